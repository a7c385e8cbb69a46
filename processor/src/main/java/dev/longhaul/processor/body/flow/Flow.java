package dev.longhaul.processor.body.flow;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EmptyStatementTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.longhaul.processor.body.flow.Targets.Target;
import dev.longhaul.processor.body.value.Constants;
import dev.longhaul.processor.body.value.Scope;
import java.util.List;
import javax.lang.model.element.Name;
import org.jspecify.annotations.Nullable;

/**
 * Walks one method's body as it could run. Each visit says whether the statement can complete normally; conditions with
 * a constant value have one way only. What it does not know for sure it takes for possible.
 */
final class Flow extends SimpleTreeVisitor<Boolean, @Nullable Void> {

    private final Constants constants;
    private final Flags flags;
    private final Scope scope;
    private final Name method;
    private final Exits exits = new Exits();
    private final Targets targets = new Targets();
    private final Expressions expressions;
    private @Nullable String endless;

    Flow(Methods methods, Scope scope, Name method) {
        super(true);
        this.constants = methods.constants();
        this.flags = methods.flags();
        this.scope = scope;
        this.method = method;
        this.expressions = new Expressions(methods, scope, exits);
    }

    /** How a method with this body can end. */
    Outcome outcome(BlockTree body) {
        boolean completes = passes(body);
        String loop = endless == null ? expressions.endless() : endless;
        return exits.outcome(completes, loop);
    }

    private boolean passes(@Nullable Tree statement) {
        return statement == null || statement.accept(this, null);
    }

    private boolean passes(List<? extends StatementTree> statements) {
        for (StatementTree statement : statements) {
            if (!passes(statement)) {
                return false;
            }
        }
        return true;
    }

    /** Looks at an expression; says whether what is behind it can be reached. */
    private boolean evaluates(@Nullable ExpressionTree expression) {
        return expression == null || expressions.completes(expression);
    }

    private boolean is(boolean value, @Nullable ExpressionTree condition) {
        // A loop without a condition goes on.
        return condition == null ? value : Boolean.valueOf(value).equals(constants.of(condition, scope));
    }

    @Override
    public Boolean visitBlock(BlockTree tree, @Nullable Void unused) {
        int mark = scope.open();
        boolean passes = passes(tree.getStatements());
        scope.close(mark);
        return passes;
    }

    @Override
    public Boolean visitVariable(VariableTree tree, @Nullable Void unused) {
        boolean passes = evaluates(tree.getInitializer());
        scope.declare(tree.getName(), constants.first(tree, scope));
        return passes;
    }

    @Override
    public Boolean visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        return evaluates(tree.getExpression());
    }

    @Override
    public Boolean visitIf(IfTree tree, @Nullable Void unused) {
        if (!evaluates(tree.getCondition())) {
            return false;
        }
        boolean yes = !is(false, tree.getCondition()) && passes(tree.getThenStatement());
        boolean no = !is(true, tree.getCondition()) && passes(tree.getElseStatement());
        return yes || no;
    }

    @Override
    public Boolean visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        Target loop = targets.enter(Targets.Kind.LOOP);
        boolean passes = loop(tree.getCondition(), tree.getStatement(), loop);
        targets.leave();
        return passes;
    }

    @Override
    public Boolean visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        int mark = scope.open();
        Target loop = targets.enter(Targets.Kind.LOOP);
        boolean passes = passes(tree.getInitializer()) && loop(tree.getCondition(), tree.getStatement(), loop);
        // Behind the body, for what it throws: it does not change how the loop ends otherwise.
        passes(tree.getUpdate());
        targets.leave();
        scope.close(mark);
        return passes;
    }

    private boolean loop(@Nullable ExpressionTree condition, StatementTree body, Target loop) {
        if (!evaluates(condition)) {
            return false;
        }
        if (!is(false, condition)) {
            passes(body);
        }
        return ends(is(true, condition) || flags.stay(condition, scope), loop);
    }

    private boolean ends(boolean forever, Target loop) {
        if (forever && !loop.left() && endless == null) {
            endless = method.toString();
        }
        return !forever || loop.left();
    }

    @Override
    public Boolean visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        Target loop = targets.enter(Targets.Kind.LOOP);
        boolean again = passes(tree.getStatement()) || loop.continued();
        targets.leave();
        if (!again || !evaluates(tree.getCondition())) {
            return loop.left();
        }
        return ends(is(true, tree.getCondition()) || flags.stay(tree.getCondition(), scope), loop);
    }

    @Override
    public Boolean visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        if (!evaluates(tree.getExpression())) {
            return false;
        }
        int mark = scope.open();
        scope.declare(tree.getVariable().getName(), null);
        targets.enter(Targets.Kind.LOOP);
        passes(tree.getStatement());
        targets.leave();
        scope.close(mark);
        return true;
    }

    @Override
    public Boolean visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        StatementTree statement = tree.getStatement();
        targets.label(tree.getLabel());
        if (statement instanceof WhileLoopTree
                || statement instanceof DoWhileLoopTree
                || statement instanceof ForLoopTree
                || statement instanceof EnhancedForLoopTree) {
            return passes(statement);
        }
        Target block = targets.enter(Targets.Kind.BLOCK);
        boolean passes = passes(statement);
        targets.leave();
        return passes || block.left();
    }

    @Override
    public Boolean visitSwitch(SwitchTree tree, @Nullable Void unused) {
        if (!evaluates(tree.getExpression())) {
            return false;
        }
        int mark = scope.open();
        Target target = targets.enter(Targets.Kind.SWITCH);
        boolean standard = false;
        boolean passes = false;
        for (CaseTree choice : tree.getCases()) {
            standard |= choice.getExpressions().isEmpty();
            // A case with a colon falls through to the next one; only the last one's end is the switch's.
            boolean end = choice.getBody() == null ? passes(choice.getStatements()) : branch(choice.getBody());
            passes = choice.getBody() == null ? end : passes || end;
        }
        targets.leave();
        scope.close(mark);
        return passes || !standard || target.left();
    }

    private boolean branch(Tree body) {
        return body instanceof ExpressionTree expression ? evaluates(expression) : passes(body);
    }

    @Override
    public Boolean visitTry(TryTree tree, @Nullable Void unused) {
        BlockTree last = tree.getFinallyBlock();
        boolean lastPasses = passes(last);
        if (!lastPasses) {
            // The finally block's own jump takes the place of every other.
            exits.mute();
        }
        int mark = scope.open();
        exits.enter(tree.getCatches());
        boolean passes = true;
        for (Tree resource : tree.getResources()) {
            passes &= branch(resource);
        }
        passes = passes && passes(tree.getBlock());
        exits.leave();
        scope.close(mark);
        for (CatchTree handler : tree.getCatches()) {
            scope.declare(handler.getParameter().getName(), null);
            passes |= passes(handler.getBlock());
            scope.close(mark);
        }
        if (!lastPasses) {
            exits.unmute();
        }
        return passes && lastPasses;
    }

    @Override
    public Boolean visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return evaluates(tree.getExpression()) && passes(tree.getBlock());
    }

    @Override
    public Boolean visitReturn(ReturnTree tree, @Nullable Void unused) {
        ExpressionTree value = tree.getExpression();
        if (evaluates(value)) {
            exits.returns(value == null ? null : constants.of(value, scope));
        }
        return false;
    }

    @Override
    public Boolean visitThrow(ThrowTree tree, @Nullable Void unused) {
        if (evaluates(tree.getExpression())) {
            exits.throwsNew(tree.getExpression());
        }
        return false;
    }

    @Override
    public Boolean visitBreak(BreakTree tree, @Nullable Void unused) {
        if (!exits.isMuted()) {
            targets.jumpOut(tree.getLabel());
        }
        return false;
    }

    @Override
    public Boolean visitContinue(ContinueTree tree, @Nullable Void unused) {
        if (!exits.isMuted()) {
            targets.goOn(tree.getLabel());
        }
        return false;
    }

    @Override
    public Boolean visitAssert(AssertTree tree, @Nullable Void unused) {
        return evaluates(tree.getCondition());
    }

    @Override
    protected Boolean defaultAction(Tree tree, @Nullable Void unused) {
        if (!(tree instanceof ClassTree || tree instanceof EmptyStatementTree)) {
            // A statement of a later Java: anything may be in it.
            exits.anything();
        }
        return true;
    }
}
