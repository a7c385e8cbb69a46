package dev.longhaul.processor.body;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.math.BigInteger;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The rule about sleeps in a step that are as long as the time that is kept for the last one, or longer than a step may be. */
final class Sleeps extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final Values values;
    private final Options options;
    private final Findings findings;
    private final ExecutableElement method;

    private Sleeps(Code code, Values values, Options options, Findings findings, ExecutableElement method) {
        this.code = code;
        this.values = values;
        this.options = options;
        this.findings = findings;
        this.method = method;
    }

    static void check(Code code, Roles roles, Options options, Findings findings) {
        Values values = new Outcomes(code).values();
        for (ExecutableElement reached : Reach.from(code, roles.steps()).methods()) {
            MethodTree body = code.body(reached);
            if (body != null) {
                new Sleeps(code, values, options, findings, reached).scan(body.getBody(), null);
            }
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        ExecutableElement called = code.called(tree);
        BigInteger millis = called == null ? null : sleep(Code.ownerName(called) + "." + called.getSimpleName(), tree);
        if (millis != null) {
            tell(millis, tree);
        }
        return super.visitMethodInvocation(tree, null);
    }

    private void tell(BigInteger millis, Tree at) {
        long safe = options.safeMillis().value();
        long most = options.maxStepMillis().value();
        if (millis.compareTo(BigInteger.valueOf(safe)) >= 0) {
            findings.add(sleepAboveSafe(Findings.at(method), millis, "safeMillis", safe), at);
        } else if (most > 0 && millis.compareTo(BigInteger.valueOf(most)) > 0) {
            findings.add(sleepAboveSafe(Findings.at(method), millis, "maxStepMillis", most), at);
        }
    }

    private @Nullable BigInteger sleep(String name, MethodInvocationTree call) {
        List<? extends ExpressionTree> arguments = call.getArguments();
        if (arguments.isEmpty()) {
            return null;
        }
        return switch (name) {
            case "java.lang.Thread.sleep" -> {
                BigInteger millis = number(arguments.get(0));
                yield millis == null ? duration(arguments.get(0)) : millis;
            }
            case "java.util.concurrent.TimeUnit.sleep" -> inUnit(number(arguments.get(0)), unit(Code.receiver(call)));
            case "java.util.concurrent.locks.LockSupport.parkNanos" ->
                inUnit(number(arguments.get(arguments.size() - 1)), TimeUnit.NANOSECONDS);
            default -> null;
        };
    }

    private @Nullable BigInteger number(@Nullable Tree tree) {
        Tree written = written(tree);
        if (written instanceof MethodInvocationTree call) {
            return converted(call);
        }
        return values.of(tree) instanceof Number value ? BigInteger.valueOf(value.longValue()) : null;
    }

    /** An expression, or the call that a variable gets its only value from. */
    private @Nullable Tree written(@Nullable Tree tree) {
        VariableElement variable = code.variable(tree);
        List<ResolvedClass.Assignment> assigned = variable == null ? List.of() : code.assignments(variable);
        ExpressionTree only = assigned.size() == 1 ? assigned.get(0).value() : null;
        return only instanceof MethodInvocationTree ? only : tree;
    }

    /** A number of milliseconds that a unit or a duration tells. */
    private @Nullable BigInteger converted(MethodInvocationTree call) {
        ExecutableElement called = code.called(call);
        ExpressionTree on = Code.receiver(call);
        if (called == null || on == null || !called.getSimpleName().contentEquals("toMillis")) {
            return null;
        }
        return call.getArguments().size() == 1
                ? inUnit(number(call.getArguments().get(0)), unit(on))
                : duration(on);
    }

    private @Nullable BigInteger inUnit(@Nullable BigInteger amount, @Nullable TimeUnit unit) {
        return amount == null || unit == null
                ? null
                : amount.multiply(BigInteger.valueOf(unit.toNanos(1))).divide(BigInteger.valueOf(1_000_000));
    }

    private @Nullable TimeUnit unit(@Nullable Tree tree) {
        Element constant = values.of(tree) instanceof VariableElement element ? element : null;
        for (TimeUnit unit : TimeUnit.values()) {
            if (constant != null && constant.getSimpleName().contentEquals(unit.name())) {
                return unit;
            }
        }
        return null;
    }

    /** The milliseconds of a duration that is written with a number, also where it is a constant. */
    private @Nullable BigInteger duration(Tree tree) {
        Tree written = written(tree);
        if (!(written instanceof MethodInvocationTree call)
                || call.getArguments().size() != 1) {
            return null;
        }
        ExecutableElement called = code.called(call);
        if (called == null || !Code.ownerName(called).equals("java.time.Duration")) {
            return null;
        }
        TimeUnit unit = switch (called.getSimpleName().toString()) {
            case "ofDays" -> TimeUnit.DAYS;
            case "ofHours" -> TimeUnit.HOURS;
            case "ofMinutes" -> TimeUnit.MINUTES;
            case "ofSeconds" -> TimeUnit.SECONDS;
            case "ofMillis" -> TimeUnit.MILLISECONDS;
            case "ofNanos" -> TimeUnit.NANOSECONDS;
            default -> null;
        };
        return inUnit(number(call.getArguments().get(0)), unit);
    }

    @Override
    public @Nullable Void visitIf(IfTree tree, @Nullable Void unused) {
        Object condition = values.of(tree.getCondition());
        scan(tree.getCondition(), null);
        scan(Boolean.FALSE.equals(condition) ? null : tree.getThenStatement(), null);
        return scan(Boolean.TRUE.equals(condition) ? null : tree.getElseStatement(), null);
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        // It may run in another thread, or never.
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        return null;
    }

    /**
     * The function could be killed in it.
     *
     * @param millis how long it is
     * @param option the option that it goes beyond
     * @param value its value
     */
    private static Problem sleepAboveSafe(Located<String> method, BigInteger millis, String option, long value) {
        return Problem.warning(
                ProblemId.SleepAboveSafe,
                method.value() + " sleeps for " + millis + " ms, and " + option + " is " + value
                        + ": the function could be killed in its sleep. Call JobContext.pause instead, and return: the chain"
                        + " then waits at no cost.",
                method);
    }
}
