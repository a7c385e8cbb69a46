package dev.longhaul.processor.body;

import com.sun.source.tree.AssertTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.BreakTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ContinueTree;
import com.sun.source.tree.DoWhileLoopTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LabeledStatementTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.tree.WhileLoopTree;
import com.sun.source.tree.YieldTree;
import com.sun.source.util.SimpleTreeVisitor;
import dev.longhaul.processor.body.Jumps.Target;
import dev.longhaul.processor.body.Outcome.Endless;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Follows the body of a method, as the language's rules about unreachable statements do (JLS 14.22), but with the values of
 * all expressions that have only one, and with what the job's own methods do. Each visit answers whether the statement can
 * complete normally.
 */
final class Flow extends SimpleTreeVisitor<Boolean, @Nullable Void> {

    private final Code code;
    private final Outcomes outcomes;
    private final ExecutableElement method;
    private final Outcome outcome = new Outcome();
    private final Jumps jumps = new Jumps();
    private final StuckLoops stuck;
    private final Deque<TryTree> tries = new ArrayDeque<>();

    /** How many blocks are around that end in a {@code finally} which takes every way out back. */
    private int takenBack;

    Flow(Code code, Outcomes outcomes, ExecutableElement method) {
        super(true);
        this.code = code;
        this.outcomes = outcomes;
        this.method = method;
        this.stuck = new StuckLoops(code);
    }

    /** How a body ends. */
    Outcome read(BlockTree body) {
        outcome.reachesEnd(completes(body));
        return outcome;
    }

    private boolean completes(@Nullable Tree tree) {
        return tree == null || tree.accept(this, null);
    }

    /** Of statements in a row, those behind one that can't complete are not reached. */
    private boolean complete(List<? extends Tree> trees) {
        for (Tree tree : trees) {
            if (!completes(tree)) {
                return false;
            }
        }
        return true;
    }

    private boolean is(boolean value, @Nullable ExpressionTree condition) {
        return condition == null
                ? value
                : Boolean.valueOf(value).equals(outcomes.values().of(condition));
    }

    /** Whether an expression comes to an end. */
    private boolean evaluates(@Nullable ExpressionTree expression) {
        if (expression == null) {
            return true;
        }
        Calls calls = new Calls(code, outcomes);
        calls.scan(expression, null);
        calls.thrown().forEach(this::toss);
        if (calls.escapes()) {
            toss(null);
        }
        Endless endless = calls.endless();
        if (endless != null) {
            outcome.runsForever(endless);
        }
        return !calls.neverBack();
    }

    /** Something is thrown, null for anything: it gets out unless it is caught around here. */
    private void toss(@Nullable TypeMirror type) {
        if (takenBack == 0 && (type == null || tries.stream().noneMatch(around -> catches(around, type)))) {
            outcome.throwing(type);
        }
    }

    private boolean catches(TryTree around, TypeMirror thrown) {
        for (CatchTree one : around.getCatches()) {
            Element parameter = code.meaning(one.getParameter());
            if (parameter != null && code.types().isAssignable(thrown, parameter.asType())) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Boolean visitBlock(BlockTree tree, @Nullable Void unused) {
        return complete(tree.getStatements());
    }

    @Override
    public Boolean visitVariable(VariableTree tree, @Nullable Void unused) {
        return evaluates(tree.getInitializer());
    }

    @Override
    public Boolean visitExpressionStatement(ExpressionStatementTree tree, @Nullable Void unused) {
        return evaluates(tree.getExpression());
    }

    @Override
    public Boolean visitAssert(AssertTree tree, @Nullable Void unused) {
        return evaluates(tree.getCondition());
    }

    @Override
    public Boolean visitYield(YieldTree tree, @Nullable Void unused) {
        evaluates(tree.getValue());
        return false;
    }

    @Override
    public Boolean visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return evaluates(tree.getExpression()) && completes(tree.getBlock());
    }

    @Override
    public Boolean visitIf(IfTree tree, @Nullable Void unused) {
        if (!evaluates(tree.getCondition())) {
            return false;
        }
        boolean yes = !is(false, tree.getCondition()) && completes(tree.getThenStatement());
        boolean no = !is(true, tree.getCondition()) && completes(tree.getElseStatement());
        return yes || no;
    }

    @Override
    public Boolean visitWhileLoop(WhileLoopTree tree, @Nullable Void unused) {
        return loop(tree, tree.getCondition(), tree.getStatement(), List.of());
    }

    @Override
    public Boolean visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        return complete(tree.getInitializer())
                && loop(tree, tree.getCondition(), tree.getStatement(), tree.getUpdate());
    }

    private boolean loop(Tree tree, @Nullable ExpressionTree condition, Tree body, List<? extends Tree> update) {
        Target target = jumps.enter(tree);
        boolean begins = evaluates(condition);
        if (begins && !is(false, condition)) {
            completes(body);
            complete(update);
        }
        jumps.exit();
        return begins && ends(is(true, condition) || stuck.isStuck(tree, condition), target);
    }

    private boolean ends(boolean forever, Target target) {
        if (forever && !target.isLeft()) {
            outcome.runsForever(new Endless(method, false));
        }
        return !forever || target.isLeft();
    }

    @Override
    public Boolean visitDoWhileLoop(DoWhileLoopTree tree, @Nullable Void unused) {
        Target target = jumps.enter(tree);
        boolean completes = completes(tree.getStatement());
        jumps.exit();
        boolean asks = (completes || target.isRepeated()) && evaluates(tree.getCondition());
        return asks ? ends(is(true, tree.getCondition()), target) : target.isLeft();
    }

    @Override
    public Boolean visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        if (!evaluates(tree.getExpression())) {
            return false;
        }
        jumps.enter(tree);
        completes(tree.getStatement());
        jumps.exit();
        return true;
    }

    @Override
    public Boolean visitLabeledStatement(LabeledStatementTree tree, @Nullable Void unused) {
        jumps.label(tree.getLabel());
        switch (tree.getStatement().getKind()) {
            case WHILE_LOOP, DO_WHILE_LOOP, FOR_LOOP, ENHANCED_FOR_LOOP -> {
                return completes(tree.getStatement());
            }
            default -> {
                Target target = jumps.enter(tree);
                boolean completes = completes(tree.getStatement());
                jumps.exit();
                return completes || target.isLeft();
            }
        }
    }

    @Override
    public Boolean visitSwitch(SwitchTree tree, @Nullable Void unused) {
        if (!evaluates(tree.getExpression())) {
            return false;
        }
        Target target = jumps.enter(tree);
        boolean exhaustive = false;
        boolean completes = false;
        for (CaseTree one : tree.getCases()) {
            exhaustive |= one.getExpressions().isEmpty();
            if (one.getBody() == null) {
                completes = complete(one.getStatements());
            } else if (one.getBody() instanceof ExpressionTree expression) {
                completes |= evaluates(expression);
            } else {
                completes |= completes(one.getBody());
            }
        }
        jumps.exit();
        return completes || !exhaustive || target.isLeft();
    }

    @Override
    public Boolean visitTry(TryTree tree, @Nullable Void unused) {
        boolean last = completes(tree.getFinallyBlock());
        takenBack += last ? 0 : 1;
        tries.push(tree);
        boolean completes = true;
        for (Tree resource : tree.getResources()) {
            completes &= resource instanceof ExpressionTree expression ? evaluates(expression) : completes(resource);
        }
        completes = completes && completes(tree.getBlock());
        tries.pop();
        for (CatchTree one : tree.getCatches()) {
            completes |= completes(one.getBlock());
        }
        takenBack -= last ? 0 : 1;
        return completes && last;
    }

    @Override
    public Boolean visitReturn(ReturnTree tree, @Nullable Void unused) {
        if (evaluates(tree.getExpression()) && takenBack == 0) {
            outcome.giveBack(Values.held(outcomes.values().of(tree.getExpression()), method.getReturnType()));
        }
        return false;
    }

    @Override
    public Boolean visitThrow(ThrowTree tree, @Nullable Void unused) {
        if (evaluates(tree.getExpression())) {
            toss(code.type(tree.getExpression()));
        }
        return false;
    }

    @Override
    public Boolean visitBreak(BreakTree tree, @Nullable Void unused) {
        if (takenBack == 0) {
            jumps.leave(tree.getLabel());
        }
        return false;
    }

    @Override
    public Boolean visitContinue(ContinueTree tree, @Nullable Void unused) {
        if (takenBack == 0) {
            jumps.repeat(tree.getLabel());
        }
        return false;
    }
}
