package dev.longhaul.processor.body.value;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The values of expressions that have only one: a Boolean, a number, a String, {@link #NULL}, or the element of an enum
 * constant. A null says that the value is not known.
 */
public final class Constants extends SimpleTreeVisitor<@Nullable Object, Scope> {

    /** The value of {@code null}. */
    public static final Object NULL = new Object();

    /** The value of a local variable that has none yet. */
    public static final Object UNSET = new Object();

    /** The types that hold the constants assigned to them just as they are. */
    private static final Set<String> UNWIDENED = Set.of("boolean", "int", "Boolean", "String");

    private static final int DEEPEST = 40;

    private final Lookup lookup;
    private final OwnCalls ownCalls;
    private final KnownCalls knownCalls;
    private final Comparisons comparisons;
    private int depth;

    /** The constants of a compilation. */
    public Constants(Lookup lookup, OwnCalls ownCalls) {
        this.lookup = lookup;
        this.ownCalls = ownCalls;
        this.comparisons = new Comparisons(lookup, this);
        this.knownCalls = new KnownCalls(lookup.words(), this);
    }

    /** The value of an expression, or null. */
    public @Nullable Object of(ExpressionTree tree, Scope scope) {
        return tree.accept(this, scope);
    }

    /** The value with which a variable begins, as its declared type holds it. */
    public @Nullable Object initial(VariableTree variable, Scope scope) {
        ExpressionTree initializer = variable.getInitializer();
        Object value = initializer == null ? null : of(initializer, scope);
        // A variable without a type has that of its value.
        return variable.getType() == null ? value : held(value, variable.getType());
    }

    /** The value of a local variable at its declaration: {@link #UNSET} where it has none, and its type changes none. */
    public @Nullable Object first(VariableTree variable, Scope scope) {
        if (variable.getInitializer() != null) {
            return initial(variable, scope);
        }
        return UNWIDENED.contains(variable.getType().toString()) ? UNSET : null;
    }

    /** A constant as something of a declared type holds it, or null. */
    public static @Nullable Object held(@Nullable Object value, @Nullable Tree type) {
        if (value == null) {
            return null;
        }
        if (type instanceof PrimitiveTypeTree primitive) {
            return Operators.convert(value, primitive.getPrimitiveTypeKind());
        }
        // A boxed number is compared by identity.
        return value instanceof Number ? null : value;
    }

    /** A value, or null in the place of {@link #UNSET}. */
    static @Nullable Object known(Object value) {
        return value == UNSET ? null : value;
    }

    /** The value of two ways to the same place. */
    public static @Nullable Object join(@Nullable Object one, @Nullable Object other) {
        return one != null && one.equals(other) ? one : null;
    }

    @Override
    public @Nullable Object visitLiteral(LiteralTree tree, Scope scope) {
        return tree.getKind() == Kind.NULL_LITERAL ? NULL : tree.getValue();
    }

    @Override
    public @Nullable Object visitParenthesized(ParenthesizedTree tree, Scope scope) {
        return of(tree.getExpression(), scope);
    }

    @Override
    public @Nullable Object visitAssignment(AssignmentTree tree, Scope scope) {
        Object value = of(tree.getExpression(), scope);
        // A number is one of the variable's type from here on.
        return value instanceof Number || value instanceof Character ? null : value;
    }

    @Override
    public @Nullable Object visitTypeCast(TypeCastTree tree, Scope scope) {
        Object value = of(tree.getExpression(), scope);
        if (value != null && tree.getType() instanceof PrimitiveTypeTree primitive) {
            return Operators.convert(value, primitive.getPrimitiveTypeKind());
        }
        return value instanceof Number ? null : value;
    }

    @Override
    public @Nullable Object visitUnary(UnaryTree tree, Scope scope) {
        Object operand = of(tree.getExpression(), scope);
        return operand == null ? null : Operators.unary(tree.getKind(), operand);
    }

    @Override
    public @Nullable Object visitBinary(BinaryTree tree, Scope scope) {
        Object value = folded(tree, scope);
        return value == null ? comparisons.value(tree, scope) : value;
    }

    private @Nullable Object folded(BinaryTree tree, Scope scope) {
        Kind kind = tree.getKind();
        Object left = of(tree.getLeftOperand(), scope);
        boolean both = kind == Kind.CONDITIONAL_AND || kind == Kind.AND;
        boolean either = kind == Kind.CONDITIONAL_OR || kind == Kind.OR;
        if (left == null && !both && !either) {
            return null;
        }
        Object right = of(tree.getRightOperand(), scope);
        if (left != null && right != null) {
            return Operators.binary(kind, left, right);
        }
        // One operand that decides is enough.
        Boolean decisive = either;
        boolean decided = (both || either) && (decisive.equals(left) || decisive.equals(right));
        return decided ? decisive : null;
    }

    @Override
    public @Nullable Object visitConditionalExpression(ConditionalExpressionTree tree, Scope scope) {
        Object condition = of(tree.getCondition(), scope);
        Object yes = of(tree.getTrueExpression(), scope);
        Object no = of(tree.getFalseExpression(), scope);
        if (condition instanceof Boolean value) {
            Object taken = value ? yes : no;
            return taken == null ? null : Operators.chosen(taken, value ? no : yes);
        }
        return join(yes, no);
    }

    @Override
    public @Nullable Object visitSwitchExpression(SwitchExpressionTree tree, Scope scope) {
        Object all = null;
        for (CaseTree choice : tree.getCases()) {
            Tree body = choice.getBody();
            if (body instanceof ThrowTree) {
                continue;
            }
            Object value = body instanceof ExpressionTree expression ? of(expression, scope) : yielded(choice, scope);
            if (value == null || (all != null && !all.equals(value))) {
                return null;
            }
            all = value;
        }
        return all;
    }

    /** What a case gives that has nothing but a yield. */
    private @Nullable Object yielded(CaseTree choice, Scope scope) {
        List<? extends StatementTree> statements =
                choice.getBody() instanceof BlockTree block ? block.getStatements() : choice.getStatements();
        return statements != null && statements.size() == 1 && statements.get(0) instanceof YieldTree yield
                ? of(yield.getValue(), scope)
                : null;
    }

    @Override
    public @Nullable Object visitIdentifier(IdentifierTree tree, Scope scope) {
        if (scope.isLocal(tree.getName())) {
            return scope.value(tree.getName());
        }
        VariableElement field = lookup.field(scope.site(), tree.getName());
        return field == null ? null : of(field);
    }

    @Override
    public @Nullable Object visitMemberSelect(MemberSelectTree tree, Scope scope) {
        ExpressionTree left = tree.getExpression();
        VariableElement field;
        if (lookup.words().isThis(left)) {
            field = lookup.fieldOf(scope.site(), tree.getIdentifier());
        } else {
            TypeElement type = typeOf(left, scope);
            field = type == null ? null : lookup.fieldOf(type, tree.getIdentifier());
        }
        return field == null ? null : of(field);
    }

    @Override
    public @Nullable Object visitMethodInvocation(MethodInvocationTree tree, Scope scope) {
        if (!ownCalls.isOwn(tree)) {
            return knownCalls.value(tree, scope);
        }
        List<@Nullable Object> arguments = new ArrayList<>();
        for (ExpressionTree argument : tree.getArguments()) {
            arguments.add(of(argument, scope));
        }
        return ownCalls.value(scope.site(), tree, arguments);
    }

    /** The type that an expression names, or null where it is a variable or something computed. */
    @Nullable
    TypeElement typeOf(ExpressionTree tree, Scope scope) {
        ExpressionTree first = tree;
        while (first instanceof MemberSelectTree select) {
            first = select.getExpression();
        }
        if (!(first instanceof IdentifierTree identifier)
                || scope.isLocal(identifier.getName())
                || lookup.field(scope.site(), identifier.getName()) != null) {
            return null;
        }
        return lookup.type(scope.site(), tree);
    }

    /** The value of a field that never changes. */
    private @Nullable Object of(VariableElement field) {
        if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            return field;
        }
        if (!field.getModifiers().contains(Modifier.FINAL)
                || !(field.getEnclosingElement() instanceof TypeElement owner)
                || depth >= DEEPEST) {
            return null;
        }
        if (owner.getQualifiedName().contentEquals("java.lang.Boolean")) {
            return field.getSimpleName().contentEquals("TRUE") ? (Object) true : (Object) false;
        }
        VariableTree tree = lookup.declarations().of(field);
        if (tree == null) {
            return field.getConstantValue();
        }
        depth++;
        try {
            return initial(tree, new Scope(owner, null));
        } finally {
            depth--;
        }
    }
}
