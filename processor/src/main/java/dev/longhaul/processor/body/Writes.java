package dev.longhaul.processor.body;

import com.sun.source.tree.ArrayAccessTree;
import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.read.Mirrors;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Looks in a member of a job for whatever could change some of its fields. */
final class Writes extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final Set<VariableElement> fields;
    private final Predicate<VariableElement> allowed;
    private @Nullable Tree discarded;
    private int within;
    private boolean found;

    private Writes(Code code, Set<VariableElement> fields, Predicate<VariableElement> allowed) {
        this.code = code;
        this.fields = fields;
        this.allowed = allowed;
    }

    /**
     * Whether a member may change one of the fields, or end the job.
     *
     * @param allowed the fields that it may change, when it runs itself
     */
    static boolean mayChange(Tree member, Set<VariableElement> fields, Predicate<VariableElement> allowed, Code code) {
        Writes writes = new Writes(code, fields, allowed);
        writes.scan(member, null);
        return writes.found;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return found ? null : super.scan(tree, null);
    }

    private @Nullable VariableElement field(@Nullable Tree tree) {
        VariableElement variable = code.variable(tree);
        return variable != null && fields.contains(variable) ? variable : null;
    }

    private static boolean canChangeInside(VariableElement field) {
        return !ValueKind.of(field.asType()).isFixed();
    }

    private void change(VariableElement field) {
        found |= within > 0 || !allowed.test(field);
    }

    /** Whoever has a collection can change it. */
    private void giveAway(@Nullable VariableElement field) {
        found |= field != null && canChangeInside(field);
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        found |= tree.getName().contentEquals("this") || tree.getName().contentEquals("super");
        giveAway(field(tree));
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        giveAway(field(tree));
        found |= tree.getIdentifier().contentEquals("this");
        boolean length = tree.getIdentifier().contentEquals("length") && field(tree.getExpression()) != null;
        boolean own = code.isThis(tree.getExpression()) || Code.isSuper(tree.getExpression());
        return own || length ? null : scan(tree.getExpression(), null);
    }

    private void assign(ExpressionTree target, @Nullable ExpressionTree value) {
        Tree bare = Code.bare(target);
        VariableElement field = field(bare);
        VariableElement array = bare instanceof ArrayAccessTree access ? field(access.getExpression()) : null;
        if (field != null && value != null && canChangeInside(field)) {
            // Where it comes from, somebody may keep it.
            found |= !(value instanceof NewClassTree) && !(value instanceof NewArrayTree);
            change(field);
        } else if (field != null) {
            change(field);
        } else if (array != null) {
            change(array);
        } else if (!(bare instanceof IdentifierTree)) {
            scan(bare, null);
        }
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        assign(tree.getVariable(), tree.getExpression());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        assign(tree.getVariable(), null);
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        if (Code.isIncrement(tree)) {
            assign(tree.getExpression(), null);
            return null;
        }
        return super.visitUnary(tree, null);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        discarded = Code.bare(tree.getExpression());
        return super.visitExpressionStatement(tree, null);
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExecutableElement called = code.called(tree);
        ExpressionTree on = Code.receiver(tree);
        boolean own = code.isOwn(tree);
        // Who has the context can end the job.
        found |= !own && tree.getArguments().stream().anyMatch(this::isContext);
        if (on != null && !own) {
            found |= called != null && called.getSimpleName().contentEquals("stop") && isContext(on);
            VariableElement field = field(on);
            if (field == null) {
                scan(isStream(called) ? viewed(on) : on, null);
            } else if (canChangeInside(field) && (called == null || !(Looks.isLook(called) || isStream(called)))) {
                change(field);
                // What it answers may be a view of it.
                found |= called == null || (tree != discarded && !isHarmless(called.getReturnType()));
            }
        }
        return scan(tree.getArguments(), null);
    }

    /** Whether a method gives out a stream, through which nothing is changed. */
    private static boolean isStream(@Nullable ExecutableElement called) {
        return called != null && Code.isJdk(called) && Code.isIn("java.util.stream.", called.getReturnType());
    }

    /** What is left to be looked at of the receiver of a stream: nothing of a view of a field, as of a map's values. */
    private @Nullable Tree viewed(ExpressionTree on) {
        boolean view = on instanceof MethodInvocationTree call
                && call.getArguments().isEmpty()
                && field(Code.receiver(call)) != null;
        return view ? null : on;
    }

    private static boolean isHarmless(TypeMirror answer) {
        return answer.getKind() == TypeKind.TYPEVAR || ValueKind.of(answer).isFixed();
    }

    private boolean isContext(ExpressionTree expression) {
        TypeMirror type = code.type(expression);
        return type != null && Mirrors.isType(type, Names.JOB_CONTEXT);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        found |= isContext(tree.getQualifierExpression());
        return code.isThis(tree.getQualifierExpression()) ? null : super.visitMemberReference(tree, null);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean identity = tree.getKind() == Kind.EQUAL_TO || tree.getKind() == Kind.NOT_EQUAL_TO;
        for (ExpressionTree operand : List.of(tree.getLeftOperand(), tree.getRightOperand())) {
            if (!identity || field(operand) == null) {
                scan(operand, null);
            }
        }
        return null;
    }

    @Override
    public @Nullable Void visitArrayAccess(ArrayAccessTree tree, @Nullable Void unused) {
        if (field(tree.getExpression()) == null) {
            scan(tree.getExpression(), null);
        }
        return scan(tree.getIndex(), null);
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        if (field(tree.getExpression()) == null) {
            scan(tree.getExpression(), null);
        }
        return scan(tree.getStatement(), null);
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return scan(tree.getBlock(), null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        within++;
        super.visitLambdaExpression(tree, null);
        within--;
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        within++;
        scan(tree.getMembers(), null);
        within--;
        return null;
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        return scan(tree.getInitializer(), null);
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        return scan(tree.getBody(), null);
    }
}
