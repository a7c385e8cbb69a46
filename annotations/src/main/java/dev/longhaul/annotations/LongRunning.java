package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a job: a class whose work outlives one Lambda invocation.
 *
 * <p>The processor checks the timing, the way to an end and the worst-case cost at compile time, and writes the Lambda
 * handler {@code <Class>Handler} into the same package. A job object is made for every invocation and lives in it
 * alone, so it needs no thread-safety; one that is {@link AutoCloseable} is closed at the end of its hop.
 *
 * <p>All times are in milliseconds.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.CLASS)
public @interface LongRunning {

    /** The job's and the function's name, {@code [A-Za-z0-9-_]{1,64}}; the simple name of the class when empty. */
    String name() default "";

    /** Hand off as soon as less than this remains; above {@link #tickMillis} and below {@link #timeoutMillis}. */
    long safeMillis() default 60_000;

    /** How often the watchdog looks at the remaining time, and a checkpoint is written; above 0. */
    long tickMillis() default 10_000;

    /**
     * The function's timeout in whole seconds; at most 900_000, with {@link Compute#MANAGED_INSTANCES} at most
     * 5_400_000.
     */
    long timeoutMillis() default 900_000;

    /** The longest that one step takes, or 0 where that is not known; tick + maxStep must be below safe. */
    long maxStepMillis() default 0;

    /** The chain is stopped after so many hops, those that ended by a wait apart; above 0. The default is 24 hours of 15-minute hops. */
    int maxHops() default 96;

    /** So many invocations in a row that commit no step end the chain; above 0. */
    int maxStalledHops() default 3;

    /**
     * The chain is stopped after so many waits without an invocation, by {@code JobContext.pause} or for a try that comes
     * later; above 0. A hop that ended by a wait does not count for {@link #maxHops}, its billed time does.
     */
    int maxWakes() default 10_000;

    /**
     * The function's memory in megabytes, 128 to 10_240, where 1_769 is one vCPU; with {@link Compute#MANAGED_INSTANCES}
     * 2_048 to 32_768, so that the default is too small there.
     */
    int memoryMegabytes() default 1_769;

    /** The instruction set, for the template and the price. */
    Architecture architecture() default Architecture.ARM64;

    /** Where the function runs. */
    Compute compute() default Compute.ON_DEMAND;

    /**
     * The names of environment variables that the job needs. A function in which one is missing or empty does not start, and
     * names all that are; the template has a parameter for each.
     */
    String[] environment() default {};

    /**
     * The most that a chain may cost, in US dollars, or 0 for no bound. A configuration whose worst case is above does
     * not compile, and the bound is held at run time too.
     */
    double maxCostUsd() default 0;

    /**
     * The chain is stopped when so much time has passed since its start, waits included, in milliseconds, or 0 for no bound. It is seen
     * within a {@link #tickMillis}, between two steps.
     */
    long maxDurationMillis() default 0;

    /**
     * Whether {@link #safeMillis} is a ceiling, below which the threshold shrinks to twice what was measured: the longest
     * step and checkpoint of the hop, and the last handoff of its execution environment.
     */
    boolean adaptive() default false;

    /**
     * What this version no longer saves although the deployed one does, so that the compiler option {@code
     * -Alonghaul.deployed} lets it go: the name of a {@code @State} field, or {@code Type.part} for the part of a record or
     * bean in the state, with the type's simple name.
     */
    String[] dropped() default {};

    /**
     * An EventBridge {@code rate(...)} or {@code cron(...)} expression, or empty for none. A scheduled start is skipped
     * while an earlier chain of the job is alive.
     */
    String schedule() default "";

    /**
     * Whether a start is skipped while an earlier chain of the job is alive, as it always is with a {@link #schedule}. Not with
     * {@code LONGHAUL_STORE=payload:}, which knows of no other chain.
     */
    boolean singleChain() default false;
}
