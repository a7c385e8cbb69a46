package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.engine.Answer;
import dev.longhaul.runtime.engine.HopAnswer;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.process.ChainProcess;
import dev.longhaul.runtime.process.TimeLeft;
import dev.longhaul.runtime.protocol.Processes;
import dev.longhaul.runtime.store.CheckpointStore;
import java.io.PrintStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Runs a job's chains in this process instead of in Lambda functions: the same class, in a container or on a machine, without a
 * deadline or with one that is given. {@code --help} says how.
 *
 * <p>Behind a SIGTERM each chain is handed off from its last step, to whatever {@code LONGHAUL_CONTINUE} names. {@code none}, which
 * it is here where it is not set, leaves them to the next process that looks; {@code self} sends them to a Lambda function.
 */
public final class Main {

    private static final int OK = 0;
    private static final int NOT_RUN = 1;
    private static final int WRONG_OPTION = 2;
    private static final int NOT_COMPLETED = 4;
    private static final int HANDED_OFF = 5;

    private final PrintStream out;
    private final PrintStream errors;
    private final CountDownLatch done = new CountDownLatch(1);

    private Main(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /** Runs until the chain has ended, or this process has to end. */
    public static void main(String[] arguments) throws InterruptedException {
        System.exit(run(System.out, System.err, arguments));
    }

    /** Runs; the exit status. */
    static int run(PrintStream out, PrintStream errors, String... arguments) throws InterruptedException {
        if (Arrays.asList(arguments).contains("--help")) {
            out.print(MainOptions.USAGE);
            return OK;
        }
        Main main = new Main(out, errors);
        try {
            return main.run(MainOptions.of(arguments));
        } catch (MainOptions.WrongOptionException e) {
            errors.println(e.getMessage() + ". See --help.");
            return WRONG_OPTION;
        } catch (IllegalArgumentException | IllegalStateException e) {
            errors.println(e.getMessage());
            return NOT_RUN;
        } finally {
            main.done.countDown();
        }
    }

    private int run(MainOptions options) throws InterruptedException {
        try (LongRunningHandler<?> handler = handler(options.handler())) {
            handler.leaveResourcesToOwner();
            handler.requireVariables();
            options.requireFit(handler.options());
            Map<String, String> environment = new HashMap<>(System.getenv());
            environment.putIfAbsent(Startup.CONTINUE, Startup.NONE);
            if (environment.getOrDefault(Startup.CONTINUE, Startup.NONE).startsWith(Startup.QUEUE)) {
                throw new IllegalArgumentException(Startup.CONTINUE
                        + " names a queue, which feeds a function. Set it to none, or to" + " self with --function.");
            }
            String function = function(options, environment);
            Surroundings found = Startup.surroundings(environment);
            try (CheckpointStore store = found.store();
                    Continuation continuation = found.continuation()) {
                if (store.keepsNothing()) {
                    throw new IllegalArgumentException("LONGHAUL_STORE is payload:, which keeps nothing that could be"
                            + " gone on with. Use another store.");
                }
                TimeLeft left = new TimeLeft(found.time());
                Long deadline = options.deadlineMillis();
                if (deadline != null) {
                    left.endIn(deadline);
                }
                ChainProcess process = new ChainProcess(
                        handler.jobs(),
                        new Surroundings(
                                store,
                                continuation,
                                found.time(),
                                found.log(),
                                found.graces().withProcess(options.leaseMillis()),
                                found.ends()),
                        left,
                        new ChainProcess.Settings(options.atOnce(), options.lookMillis(), function));
                leaveBehindSigterm(process, options.graceMillis());
                found.log()
                        .notice("a process runs chains of " + handler.options().name() + " in " + store.name());
                return work(process, options);
            }
        }
    }

    private static String function(MainOptions options, Map<String, String> environment) {
        String function = options.function();
        if (function != null) {
            return function;
        }
        if (Startup.SELF.equals(environment.get(Startup.CONTINUE))) {
            throw new IllegalArgumentException(Startup.CONTINUE
                    + " is self, and --function does not name the Lambda function"
                    + " that goes on with what is handed off here. Name it, or set " + Startup.CONTINUE + " to none.");
        }
        return Processes.named(Long.toString(ProcessHandle.current().pid()));
    }

    /** The virtual machine waits for its hooks, and so for the handover; resources are closed behind that. */
    private void leaveBehindSigterm(ChainProcess process, long graceMillis) {
        Thread hook = new Thread(
                () -> {
                    process.leave(graceMillis);
                    try {
                        // What is not handed off by then is found when its lease is over.
                        boolean inTime = done.await(graceMillis, TimeUnit.MILLISECONDS);
                        if (!inTime) {
                            errors.println("a step has not returned, and its chain is left as it was committed last");
                        }
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "longhaul-leaving");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private int work(ChainProcess process, MainOptions options) throws InterruptedException {
        String chain = options.chain();
        String start = options.start();
        if (start != null) {
            Answer answer = started(process, start, options.input());
            if (answer instanceof HopAnswer hop && hop.status() == HopAnswer.Status.SKIPPED) {
                out.println(answer.json());
                return NOT_RUN;
            }
            chain = start;
        }
        if (chain == null) {
            process.serve();
            return OK;
        }
        Optional<ChainRecord> end = process.follow(chain);
        if (end.isEmpty()) {
            throw new IllegalArgumentException("there is no chain \"" + chain + "\" in the store");
        }
        out.println(HopAnswer.of(end.get(), end.get().hop()).json());
        return status(end.get().status());
    }

    private static Answer started(ChainProcess process, String name, String input) throws InterruptedException {
        try {
            return process.start(name, input);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalArgumentException("the chain " + name + " could not be run: " + e.getMessage(), e);
        }
    }

    private static int status(ChainStatus end) {
        return switch (end) {
            case COMPLETED -> OK;
            case FAILED, STOPPED -> NOT_COMPLETED;
            case RUNNING, HANDED_OFF, WAITING -> HANDED_OFF;
        };
    }

    private static LongRunningHandler<?> handler(String name) {
        try {
            Class<?> type = Class.forName(name);
            if (!LongRunningHandler.class.isAssignableFrom(type)) {
                throw new IllegalArgumentException(
                        name + " is no handler of a job. Give the class that the processor wrote: " + name
                                + "Handler, where that is the job.");
            }
            return (LongRunningHandler<?>) MethodHandles.publicLookup()
                    .findConstructor(type, MethodType.methodType(void.class))
                    .invoke();
        } catch (ClassNotFoundException e) {
            throw new IllegalArgumentException(
                    "there is no class " + name
                            + " on the class path. Give the handler that the processor wrote for the job,"
                            + " with its package; a nested job's is called Outer_JobHandler.",
                    e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("the handler " + name + " can't be made: " + e, e);
        }
    }
}
