package dev.longhaul.cli.debug;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.testing.ChainRun;
import dev.longhaul.testing.ChainTester;
import dev.longhaul.testing.KillReport;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * The main class of a JVM with the job's classes before those of the command line: it takes the record of a chain from its
 * standard input, and runs the chain on from there, in its memory.
 */
public final class ChainProcess {

    /** It ended, and not as COMPLETED. */
    public static final int NOT_COMPLETED = 4;

    /** It could not be run, or came to another end when it was killed. */
    public static final int REFUSED = 1;

    /** What the second argument is where the chain is to be killed at every point. */
    public static final String KILL = "kill";

    /** As long as somebody looks at it with a debugger. */
    private static final Duration PATIENCE = Duration.ofDays(1);

    private ChainProcess() {}

    /**
     * Runs the chain.
     *
     * @param arguments the handler's class, and how
     */
    public static void main(String[] arguments) throws IOException {
        ChainRecord chain = ChainJson.read(new String(System.in.readAllBytes(), StandardCharsets.UTF_8));
        System.exit(run(arguments[0], chain, arguments[1].equals(KILL)));
    }

    private static int run(String type, ChainRecord chain, boolean kill) {
        try (LongRunningHandler<?> handler = Class.forName(type)
                .asSubclass(LongRunningHandler.class)
                .getDeclaredConstructor()
                .newInstance()) {
            ChainTester<?> tester = ChainTester.of(handler)
                    .from(chain)
                    .stepTakes(stepTime(chain))
                    .patience(PATIENCE);
            if (kill) {
                KillReport report = tester.killAtEveryPoint();
                System.out.println("killed at each of " + report.points() + " points, in " + report.runs()
                        + " runs: it came to the same end each time");
                return 0;
            }
            ChainRun<?> run = tester.run();
            System.out.println(run.transcript());
            System.out.println(
                    "it is " + run.status() + " after " + run.steps() + " steps; its state is " + run.state());
            return run.status() == ChainStatus.COMPLETED ? 0 : NOT_COMPLETED;
        } catch (ReflectiveOperationException e) {
            return refused("the handler " + type + " can't be made: "
                    + (e.getCause() == null ? e.toString() : e.getCause().toString()));
        } catch (AssertionError | Exception e) {
            return refused(String.valueOf(e.getMessage()));
        }
    }

    /** As long as its steps have taken so far, on the average; a second where none is committed. */
    private static Duration stepTime(ChainRecord chain) {
        return chain.steps() == 0
                ? Duration.ofSeconds(1)
                : Duration.ofMillis(Math.max(1, chain.billedMillis() / chain.steps()));
    }

    private static int refused(String why) {
        System.err.println("longhaul: " + why);
        return REFUSED;
    }
}
