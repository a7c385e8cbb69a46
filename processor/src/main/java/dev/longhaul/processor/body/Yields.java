package dev.longhaul.processor.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The rule about answers of {@code shouldYield()} that change nothing. */
final class Yields extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final Findings findings;
    private final ExecutableElement method;
    private final Set<VariableElement> told = new HashSet<>();

    private Yields(Code code, Findings findings, ExecutableElement method) {
        this.code = code;
        this.findings = findings;
        this.method = method;
    }

    static void check(Code code, Roles roles, Findings findings) {
        for (ExecutableElement reached : Reach.from(code, roles.steps()).methods()) {
            MethodTree body = code.body(reached);
            if (body != null) {
                new Yields(code, findings, reached).scan(body.getBody(), null);
            }
        }
    }

    private boolean asks(@Nullable Tree tree) {
        ExecutableElement called = tree instanceof MethodInvocationTree ? code.called(tree) : null;
        return called != null
                && called.getSimpleName().contentEquals("shouldYield")
                && Code.ownerName(called).equals(Names.JOB_CONTEXT);
    }

    @Override
    public @Nullable Void visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        if (asks(Code.bare(tree.getExpression()))) {
            findings.add(yieldUnused(Findings.at(method)), tree.getExpression());
        }
        return super.visitExpressionStatement(tree, null);
    }

    @Override
    public @Nullable Void visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        loop(tree.getCondition());
        return super.visitWhileLoop(tree, null);
    }

    @Override
    public @Nullable Void visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        loop(tree.getCondition());
        return super.visitDoWhileLoop(tree, null);
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        loop(tree.getCondition());
        return super.visitForLoop(tree, null);
    }

    /** A loop that goes on as long as an answer says so that was given before it began. */
    private void loop(@Nullable ExpressionTree condition) {
        if (condition == null) {
            return;
        }
        Tree bare = Code.bare(condition);
        if (bare instanceof BinaryTree both && (both.getKind() == Kind.CONDITIONAL_AND || both.getKind() == Kind.AND)) {
            loop(both.getLeftOperand());
            loop(both.getRightOperand());
        } else if (bare instanceof UnaryTree not && not.getKind() == Kind.LOGICAL_COMPLEMENT) {
            loop(not.getExpression());
        } else if (bare instanceof IdentifierTree) {
            VariableElement variable = code.variable(bare);
            if (variable != null && holdsOneAnswer(variable) && told.add(variable)) {
                findings.add(
                        yieldAskedOnce(
                                Findings.at(method), variable.getSimpleName().toString()),
                        bare);
            }
        }
    }

    private boolean holdsOneAnswer(VariableElement variable) {
        List<ResolvedClass.Assignment> assigned = code.assignments(variable);
        if (variable.getKind() != ElementKind.LOCAL_VARIABLE || assigned.size() != 1) {
            return false;
        }
        Tree value = assigned.get(0).value();
        Tree bare = value == null ? null : Code.bare(value);
        return assigned.get(0).at() instanceof VariableTree
                && asks(bare instanceof UnaryTree not ? Code.bare(not.getExpression()) : bare);
    }

    /** The step would go on. */
    private static Problem yieldUnused(Located<String> method) {
        return Problem.warning(
                ProblemId.YieldIgnored,
                method.value()
                        + " asks shouldYield() and does nothing with the answer, so it would go on when it has to"
                        + " return. Return when the answer is true.",
                method);
    }

    /**
     * The step would go on.
     *
     * @param variable what holds the answer
     */
    private static Problem yieldAskedOnce(Located<String> method, String variable) {
        return Problem.warning(
                ProblemId.YieldIgnored,
                method.value() + " asks shouldYield() once, and the loop goes on as long as " + variable
                        + " holds that answer. Ask it in the loop's condition.",
                method);
    }
}
