package dev.longhaul.processor.body;

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
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.longhaul.processor.body.ResolvedClass.Assignment;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * The values of expressions that have only one: a {@code Boolean}, an {@code Integer}, a {@code Long}, a {@code String}, an
 * enum's constant as an {@code Element}, {@link #NULL}, {@link #EMPTY}, or null where the value is not known.
 */
final class Values extends SimpleTreeVisitor<@Nullable Object, @Nullable Void> {

    /** The value of {@code null}. */
    static final Object NULL = new Object();

    /** A collection, a map or an Optional that has nothing in it. */
    static final Object EMPTY = new Object();

    /** Beyond, an expression is not read: it may stand for itself. */
    private static final int DEEPEST = 30;

    private final Code code;
    private final Outcomes outcomes;
    private final Constants constants;
    private int depth;

    Values(Code code, Outcomes outcomes, Constants constants) {
        this.code = code;
        this.outcomes = outcomes;
        this.constants = constants;
    }

    Constants constants() {
        return constants;
    }

    /** The value of an expression. */
    @Nullable
    Object of(@Nullable Tree tree) {
        if (tree == null || depth > DEEPEST) {
            return null;
        }
        depth++;
        try {
            return tree.accept(this, null);
        } finally {
            depth--;
        }
    }

    /** A value as something of a type holds it, or null where that is another one. */
    static @Nullable Object held(@Nullable Object value, TypeMirror type) {
        if (!(value instanceof Number number)) {
            return value;
        }
        return switch (type.getKind()) {
            case INT -> value instanceof Integer ? value : null;
            case LONG -> (Object) number.longValue();
            default -> null;
        };
    }

    @Override
    public @Nullable Object visitLiteral(LiteralTree tree, @Nullable Void unused) {
        return tree.getKind() == Kind.NULL_LITERAL ? NULL : tree.getValue();
    }

    @Override
    public @Nullable Object visitParenthesized(ParenthesizedTree tree, @Nullable Void unused) {
        return of(tree.getExpression());
    }

    @Override
    public @Nullable Object visitUnary(UnaryTree tree, @Nullable Void unused) {
        Object value = of(tree.getExpression());
        return switch (tree.getKind()) {
            case LOGICAL_COMPLEMENT -> value instanceof Boolean truth ? (Object) !truth : null;
            case UNARY_MINUS ->
                value instanceof Integer small
                        ? (Object) (-small)
                        : value instanceof Long number ? (Object) (-number) : null;
            default -> null;
        };
    }

    @Override
    public @Nullable Object visitConditionalExpression(ConditionalExpressionTree tree, @Nullable Void unused) {
        Object condition = of(tree.getCondition());
        Object yes = of(tree.getTrueExpression());
        Object no = of(tree.getFalseExpression());
        if (condition instanceof Boolean truth) {
            return truth ? yes : no;
        }
        return (yes != null && yes.equals(no)) ? yes : null;
    }

    @Override
    public @Nullable Object visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
        Object all = null;
        for (CaseTree one : tree.getCases()) {
            if (!(one.getBody() instanceof ThrowTree)) {
                Object value = of(result(one));
                if (value == null || (all != null && !all.equals(value))) {
                    return null;
                }
                all = value;
            }
        }
        return all;
    }

    /** The expression whose value a case has, or null where there is more to it. */
    private static @Nullable ExpressionTree result(CaseTree one) {
        if (one.getBody() instanceof ExpressionTree expression) {
            return expression;
        }
        List<? extends StatementTree> body =
                one.getBody() instanceof BlockTree block ? block.getStatements() : one.getStatements();
        if (body == null || body.size() != 1) {
            return null;
        }
        return body.get(0) instanceof YieldTree yield ? yield.getValue() : null;
    }

    @Override
    public @Nullable Object visitBinary(BinaryTree tree, @Nullable Void unused) {
        Object left = of(tree.getLeftOperand());
        Object right = of(tree.getRightOperand());
        if (left == null && right instanceof Number number && isCount(tree.getLeftOperand())) {
            return Operators.ofCount(tree.getKind(), number);
        }
        if (right == null && left instanceof Number number && isCount(tree.getRightOperand())) {
            return Operators.ofCount(Operators.turned(tree.getKind()), number);
        }
        return Operators.apply(tree.getKind(), left, right);
    }

    /** Whether an expression says how many there are of something: that is never below zero. */
    private boolean isCount(ExpressionTree tree) {
        ExecutableElement called = Code.bare(tree) instanceof MethodInvocationTree call ? code.called(call) : null;
        return called != null
                && Code.isJdk(called)
                && called.getParameters().isEmpty()
                && (called.getSimpleName().contentEquals("size")
                        || called.getSimpleName().contentEquals("length"));
    }

    @Override
    public @Nullable Object visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        TypeMirror type = code.type(tree.getVariable());
        return type == null ? null : held(of(tree.getExpression()), type);
    }

    @Override
    public @Nullable Object visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        return variable(tree);
    }

    @Override
    public @Nullable Object visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        return variable(tree);
    }

    private @Nullable Object variable(Tree tree) {
        VariableElement variable = code.variable(tree);
        if (variable == null) {
            return null;
        }
        if (variable.getKind() == ElementKind.ENUM_CONSTANT) {
            return variable;
        }
        if (variable.getKind() != ElementKind.FIELD) {
            return variable.getKind() == ElementKind.LOCAL_VARIABLE ? assigned(variable) : null;
        }
        Object now = isOfJob(tree, variable) ? constants.at(variable) : null;
        if (now != null || !constants.areKnown()) {
            return now;
        }
        if (variable.getConstantValue() != null) {
            return variable.getConstantValue();
        }
        if (variable.getEnclosingElement() instanceof TypeElement owner
                && owner.getQualifiedName().contentEquals("java.lang.Boolean")
                && variable.asType().getKind() == TypeKind.DECLARED) {
            return variable.getSimpleName().contentEquals("TRUE");
        }
        return isShut(variable) ? assigned(variable) : null;
    }

    /** Whether a name is that of a field of the job itself, and not of another object. */
    private boolean isOfJob(Tree tree, VariableElement field) {
        return !(tree instanceof MemberSelectTree select)
                || code.isThis(select.getExpression())
                || Code.isSuper(select.getExpression())
                || field.getModifiers().contains(Modifier.STATIC);
    }

    /** Whether a field is assigned nowhere but in this code: not by another class, nor by what reads annotations. */
    private static boolean isShut(VariableElement field) {
        Set<Modifier> modifiers = field.getModifiers();
        return field.getAnnotationMirrors().isEmpty()
                && (modifiers.contains(Modifier.FINAL)
                        || (modifiers.contains(Modifier.PRIVATE) && !modifiers.contains(Modifier.VOLATILE)));
    }

    /** The value of a variable to which only one is ever assigned. */
    private @Nullable Object assigned(VariableElement variable) {
        VariableTree source = code.source(variable);
        boolean local = variable.getKind() == ElementKind.LOCAL_VARIABLE;
        List<Assignment> assignments = code.assignments(variable);
        if (source == null || (!local && source.getInitializer() == null && !assignments.isEmpty())) {
            return null;
        }
        if (assignments.isEmpty()) {
            boolean unset = !local && !variable.getModifiers().contains(Modifier.FINAL);
            return unset && variable.asType().getKind() == TypeKind.BOOLEAN ? (Object) false : null;
        }
        Object all = null;
        for (Assignment one : assignments) {
            Object value = of(one.value());
            if (value == null || (all != null && !all.equals(value))) {
                return null;
            }
            all = value;
        }
        return held(all, variable.asType());
    }

    @Override
    public @Nullable Object visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExecutableElement running = code.running(tree);
        if (running != null && code.body(running) != null) {
            return outcomes.of(running).value();
        }
        ExecutableElement called = code.called(tree);
        if (called == null || !Code.isJdk(called)) {
            return null;
        }
        Object on = of(Code.receiver(tree));
        String name = called.getSimpleName().toString();
        if (tree.getArguments().size() == 1) {
            Object argument = of(tree.getArguments().get(0));
            return switch (name) {
                case "equals" -> (on instanceof String && argument instanceof String) ? on.equals(argument) : null;
                case "valueOf" -> argument instanceof Boolean ? argument : null;
                case "isNull" -> argument == null ? null : (Object) (argument == NULL);
                case "nonNull" -> argument == null ? null : (Object) (argument != NULL);
                default -> null;
            };
        }
        boolean empty = on == EMPTY || "".equals(on);
        return switch (name) {
            case "isPresent" -> empty ? (Object) false : null;
            case "isEmpty" -> empty ? (Object) true : on instanceof String ? (Object) false : null;
            case "size", "length" -> empty ? (Object) 0 : on instanceof String text ? (Object) text.length() : null;
            default -> null;
        };
    }
}
