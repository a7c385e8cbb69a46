package dev.longhaul.local.process;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.machine.Keeper;
import dev.longhaul.local.machine.LogTail;
import dev.longhaul.local.machine.Machine;
import dev.longhaul.local.machine.ProcessMemory;
import dev.longhaul.local.machine.TemporaryFolder;
import dev.longhaul.local.process.EnvironmentStatus.State;
import dev.longhaul.local.runtimeapi.RuntimeSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An execution environment: one JVM, which runs one invocation of one function at a time. Thread-safe, but for its log,
 * which belongs to the invocation that holds the environment.
 */
final class Environment {

    static final String TEMPORARY = "tmp";

    private static final long KILL_SECONDS = 10;

    private final String id;
    private final FunctionConfig function;
    private final Keeper.Kept kept;
    private final Process process;
    private final RuntimeSession session;
    private final LogTail log;
    private final TemporaryFolder folder;
    private final long startedNanos;
    private volatile @Nullable String requestId;
    private volatile boolean initialised;
    private volatile long idleSinceNanos;
    private int peakMegabytes;

    private Environment(
            String id,
            FunctionConfig function,
            Keeper.Kept kept,
            RuntimeSession session,
            LogTail log,
            TemporaryFolder folder,
            long startedNanos) {
        this.id = id;
        this.function = function;
        this.kept = kept;
        this.process = kept.process();
        this.session = session;
        this.log = log;
        this.folder = folder;
        this.startedNanos = startedNanos;
    }

    /** Starts the process; it is not ready yet. */
    static Environment start(FunctionConfig function, Machine machine) throws IOException {
        String id = UUID.randomUUID().toString().replace("-", "");
        TemporaryFolder folder = TemporaryFolder.createIn(machine.folder(), "env-");
        Files.createDirectory(folder.path().resolve(TEMPORARY));
        FunctionCommand command = new FunctionCommand(function, machine, id, folder.path());
        Path output = folder.path().resolve("output.log");
        LogTail log = LogTail.open(output);
        ProcessBuilder builder = new ProcessBuilder(command.arguments())
                .directory(folder.path().toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        Map<String, String> parent = Map.copyOf(builder.environment());
        builder.environment().clear();
        builder.environment().putAll(command.variables(parent));
        RuntimeSession session = machine.api().runtime().open(id);
        long startedNanos = System.nanoTime();
        Process process;
        try {
            process = builder.start();
            process.getOutputStream().close();
        } catch (IOException e) {
            machine.api().runtime().close(id);
            log.close();
            throw e;
        }
        Keeper.Kept kept = machine.processes().keeper().keep(process);
        CompletableFuture<Void> unused = process.onExit().thenAccept(ended -> {
            machine.api().runtime().close(id);
            session.end(ended.exitValue());
        });
        return new Environment(id, function, kept, session, log, folder, startedNanos);
    }

    RuntimeSession session() {
        return session;
    }

    /** Whether it can take an event. The process itself is asked too: the session hears of its end a moment later. */
    boolean isReady() {
        return session.isReady() && process.toHandle().isAlive();
    }

    LogTail log() {
        return log;
    }

    /** The version that it was started with. */
    FunctionConfig function() {
        return function;
    }

    String id() {
        return id;
    }

    long pid() {
        return process.pid();
    }

    /** Reading of {@link System#nanoTime()} when the process was started. */
    long startedNanos() {
        return startedNanos;
    }

    /** The first event was asked for: the init is over. */
    void markInitialised() {
        initialised = true;
    }

    boolean isInitialised() {
        return initialised;
    }

    void hold(String holder) {
        requestId = holder;
        thaw();
    }

    /** Lets it run, whether or not there is an invocation for it. */
    void thaw() {
        kept.thaw();
    }

    void release() {
        kept.freeze();
        idleSinceNanos = System.nanoTime();
        requestId = null;
    }

    /** Since the last invocation. */
    Duration idleTime() {
        return Duration.ofNanos(System.nanoTime() - idleSinceNanos);
    }

    /** The largest resident size so far, in megabytes; 0 where the system does not tell. Only for the holder. */
    int peakMegabytes() {
        OptionalInt peak = ProcessMemory.peakMegabytes(process.pid());
        peakMegabytes = Math.max(peakMegabytes, peak.orElse(0));
        return peakMegabytes;
    }

    EnvironmentStatus status() {
        Optional<String> holder = Optional.ofNullable(requestId);
        State state = initialised ? (holder.isPresent() ? State.BUSY : State.IDLE) : State.INIT;
        return new EnvironmentStatus(id, function.name(), process.toHandle(), state, holder);
    }

    /** Kills the process and all that it started. */
    void kill() {
        // The list first: children of a dead process are nobody's.
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    /** Kills the process, and waits until it is gone. Interruption cuts only the waiting short. */
    void killAndWait() {
        kill();
        try {
            process.waitFor(KILL_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends the environment, and deletes its files. */
    void dispose() {
        killAndWait();
        try {
            log.close();
            folder.close();
        } catch (IOException leftForTheEnd) {
            // The whole folder of the local Lambda goes when it is closed.
        }
    }
}
