package dev.longhaul.local;

import dev.longhaul.local.function.RuntimeClient;
import dev.longhaul.local.invocation.InvocationListener;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * How to run a local Lambda. Immutable.
 *
 * @param port on loopback; 0 takes a free one
 * @param account what the functions belong to
 * @param idleTime how long a process without work is kept
 * @param runtimeClient what speaks the Runtime API in the functions' processes
 * @param delays maps the waits of asynchronous retries (1 and 2 minutes; 1 s to 5 min after a throttle) to those that
 *     are really waited
 * @param events the folder where asynchronous events are kept, so that they outlive the local Lambda; empty: in memory
 * @param listener is told what happens
 */
public record LocalOptions(
        int port,
        AwsAccount account,
        Duration idleTime,
        RuntimeClient runtimeClient,
        UnaryOperator<Duration> delays,
        Optional<Path> events,
        InvocationListener listener) {

    /**
     * The AWS account that the functions belong to, in one region.
     *
     * @param region for ARNs and the functions' environment
     * @param id twelve digits, for ARNs
     * @param concurrency how many invocations may run at once of all functions without a reservation of their own
     */
    public record AwsAccount(String region, String id, int concurrency) {

        private static final Pattern REGION = Pattern.compile("[a-z]{2}(?:-[a-z]+)+-\\d");
        private static final Pattern ID = Pattern.compile("\\d{12}");

        /** Checks every part; throws {@link IllegalArgumentException} that names the first wrong one. */
        public AwsAccount {
            require(REGION.matcher(region).matches(), "region", region, "use the form us-east-1");
            require(ID.matcher(id).matches(), "accountId", id, "use twelve digits");
            require(concurrency > 0, "concurrency", concurrency, "use 1 or more");
        }
    }

    private static final int LAST_PORT = 65_535;

    /** Checks every option; throws {@link IllegalArgumentException} that names the first wrong one. */
    public LocalOptions {
        require(port >= 0 && port <= LAST_PORT, "port", port, "use 0 to 65535");
        require(!idleTime.isNegative() && !idleTime.isZero(), "idleTime", idleTime, "use more than 0");
    }

    private static void require(boolean holds, String option, Object value, String advice) {
        if (!holds) {
            throw new IllegalArgumentException("local Lambda option " + option + " is " + value + ": " + advice);
        }
    }

    /**
     * A free port, us-east-1, account 000000000000, 32 invocations at once, processes kept for 5 minutes, AWS's runtime
     * client where it can run, Lambda's own waits, and nobody who listens.
     */
    public static LocalOptions defaults() {
        return new LocalOptions(
                0,
                new AwsAccount("us-east-1", "000000000000", 32),
                Duration.ofMinutes(5),
                RuntimeClient.forThisSystem(),
                UnaryOperator.identity(),
                Optional.empty(),
                event -> {});
    }

    /** With another port on loopback; 0 takes a free one. */
    public LocalOptions withPort(int other) {
        return new LocalOptions(other, account, idleTime, runtimeClient, delays, events, listener);
    }

    /** With another region. */
    public LocalOptions withRegion(String other) {
        return new LocalOptions(
                port,
                new AwsAccount(other, account.id(), account.concurrency()),
                idleTime,
                runtimeClient,
                delays,
                events,
                listener);
    }

    /** With another bound on all functions without a reservation, 1 or more. */
    public LocalOptions withConcurrency(int other) {
        return new LocalOptions(
                port,
                new AwsAccount(account.region(), account.id(), other),
                idleTime,
                runtimeClient,
                delays,
                events,
                listener);
    }

    /** With another time for which a process without work is kept. */
    public LocalOptions withIdleTime(Duration other) {
        return new LocalOptions(port, account, other, runtimeClient, delays, events, listener);
    }

    /** With another runtime client. */
    public LocalOptions withRuntimeClient(RuntimeClient other) {
        return new LocalOptions(port, account, idleTime, other, delays, events, listener);
    }

    /** With other waits, for example {@code delay -> delay.dividedBy(60)}. */
    public LocalOptions withDelays(UnaryOperator<Duration> other) {
        return new LocalOptions(port, account, idleTime, runtimeClient, other, events, listener);
    }

    /** With a folder where asynchronous events are kept, for the next local Lambda with that folder; one at a time has it. */
    public LocalOptions withEvents(Path folder) {
        return new LocalOptions(port, account, idleTime, runtimeClient, delays, Optional.of(folder), listener);
    }

    /** With another listener. */
    public LocalOptions withListener(InvocationListener other) {
        return new LocalOptions(port, account, idleTime, runtimeClient, delays, events, other);
    }
}
