package dev.longhaul.runtime;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.text.Spans;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@link Main} was asked for. */
final class MainOptions {

    static final String USAGE = """
            usage: java -cp ... dev.longhaul.runtime.Main HANDLER [OPTION ...]

            Runs chains of a job in this process: in a container, or on a machine. HANDLER is the class that the processor
            wrote for the job, such as com.acme.ReconcilePaymentsHandler. LONGHAUL_STORE names the store.

            Without --start and --chain it looks for chains that nobody runs, and goes on with them, until it is ended.

              --start NAME      start the chain of that name, unless there is one, and run it to its end
              --input JSON      its start event; null where it is left out
              --chain ID        run that chain to its end, whenever nobody else does
              --at-once N       so many chains at a time; 1 where it is left out
              --deadline TIME   hand everything off before so long is over, such as 8h, and end
              --grace TIME      what is left after a SIGTERM before this process is killed; 25s where it is left out
              --lease TIME      how long a chain is kept for this process without a checkpoint, should it die; 15min
              --look TIME       how often it looks for chains; 5s
              --function ARN    the Lambda function that goes on with what is handed off here, with LONGHAUL_CONTINUE=self
              --help            this page

            The exit status is 0 where the chain has COMPLETED, or all is handed off; 1 where nothing could be run; 2 for a wrong
            option; 4 where the chain has FAILED or was STOPPED; 5 where it is handed off; 143 behind a SIGTERM.
            """;

    private static final String START = "--start";
    private static final String INPUT = "--input";
    private static final String CHAIN = "--chain";
    private static final String AT_ONCE = "--at-once";
    private static final String DEADLINE = "--deadline";
    private static final String GRACE = "--grace";
    private static final String LEASE = "--lease";
    private static final String LOOK = "--look";
    private static final String FUNCTION = "--function";
    private static final Set<String> NAMES =
            Set.of(START, INPUT, CHAIN, AT_ONCE, DEADLINE, GRACE, LEASE, LOOK, FUNCTION);

    private static final long STANDARD_GRACE = 25_000;
    private static final long STANDARD_LEASE = 900_000;
    private static final long STANDARD_LOOK = 5_000;
    private static final int MOST_AT_ONCE = 1_000;

    /** An option that is wrong; the message names it. */
    static final class WrongOptionException extends IllegalArgumentException {

        private static final long serialVersionUID = 1L;

        WrongOptionException(String message) {
            super(message);
        }
    }

    private final String handler;
    private final Map<String, String> values;

    private MainOptions(String handler, Map<String, String> values) {
        this.handler = handler;
        this.values = values;
    }

    /**
     * Reads them.
     *
     * @throws WrongOptionException when one is wrong; it names it
     */
    static MainOptions of(String... arguments) {
        if (arguments.length == 0 || arguments[0].startsWith("-")) {
            throw new WrongOptionException(
                    "the first argument is the handler's class, such as" + " com.acme.ReconcilePaymentsHandler"
                            + (arguments.length == 0 ? "" : ", and it is " + arguments[0]));
        }
        Map<String, String> values = new HashMap<>();
        for (int at = 1; at < arguments.length; at += 2) {
            String name = arguments[at];
            if (!NAMES.contains(name)) {
                throw new WrongOptionException("there is no option " + name);
            }
            if (at + 1 == arguments.length) {
                throw new WrongOptionException(name + " has no value");
            }
            if (values.put(name, arguments[at + 1]) != null) {
                throw new WrongOptionException(name + " is given twice");
            }
        }
        return new MainOptions(arguments[0], values).checked();
    }

    private MainOptions checked() {
        if (start() != null && chain() != null) {
            throw new WrongOptionException(START + " and " + CHAIN + " are given: give one of them");
        }
        if (values.containsKey(INPUT) && start() == null) {
            throw new WrongOptionException(INPUT + " is for a chain that is started: give " + START + ", too");
        }
        if (values.containsKey(AT_ONCE) && (start() != null || chain() != null)) {
            throw new WrongOptionException(AT_ONCE + " is for chains that are found, and one is named: leave it out");
        }
        atOnce();
        deadlineMillis();
        graceMillis();
        leaseMillis();
        lookMillis();
        return this;
    }

    /**
     * Looks whether they fit the job.
     *
     * @throws WrongOptionException when one does not; it names it
     */
    void requireFit(JobOptions job) {
        long safe = job.timing().safeMillis();
        long tick = job.timing().tickMillis();
        Long deadline = deadlineMillis();
        if (deadline != null && deadline <= safe) {
            throw new WrongOptionException(DEADLINE + " is " + deadline + " ms, and safeMillis of " + job.name()
                    + " is " + safe + ": no step would ever run. Make it longer.");
        }
        requireAboveTick(GRACE, graceMillis(), job, tick);
        requireAboveTick(LEASE, leaseMillis(), job, tick);
    }

    private static void requireAboveTick(String name, long millis, JobOptions job, long tick) {
        if (millis <= tick) {
            throw new WrongOptionException(name + " is " + millis + " ms, and tickMillis of " + job.name() + " is "
                    + tick + ": it has to be longer than that and the longest step.");
        }
    }

    String handler() {
        return handler;
    }

    @Nullable
    String start() {
        return values.get(START);
    }

    String input() {
        return values.getOrDefault(INPUT, "null");
    }

    @Nullable
    String chain() {
        return values.get(CHAIN);
    }

    @Nullable
    String function() {
        return values.get(FUNCTION);
    }

    int atOnce() {
        String text = values.getOrDefault(AT_ONCE, "1");
        if (!text.matches("[1-9]\\d{0,3}") || Integer.parseInt(text) > MOST_AT_ONCE) {
            throw new WrongOptionException(AT_ONCE + " is " + text + ": give a number from 1 to " + MOST_AT_ONCE);
        }
        return Integer.parseInt(text);
    }

    /** The milliseconds until all is to be handed off; null where there is no such time. */
    @Nullable
    Long deadlineMillis() {
        return values.containsKey(DEADLINE) ? millis(DEADLINE, 0) : null;
    }

    long graceMillis() {
        return millis(GRACE, STANDARD_GRACE);
    }

    long leaseMillis() {
        return millis(LEASE, STANDARD_LEASE);
    }

    long lookMillis() {
        return millis(LOOK, STANDARD_LOOK);
    }

    private long millis(String name, long otherwise) {
        String text = values.get(name);
        if (text == null) {
            return otherwise;
        }
        try {
            long millis = Spans.of(text).toMillis();
            if (millis > 0) {
                return millis;
            }
        } catch (IllegalArgumentException e) {
            throw new WrongOptionException(name + ": " + e.getMessage());
        }
        throw new WrongOptionException(name + " is " + text + ": give more than 0");
    }
}
