package dev.longhaul.cli;

import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.GivenUp;
import dev.longhaul.local.invocation.InvocationEvent.LogLine;
import dev.longhaul.local.invocation.InvocationEvent.Refused;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.InvocationStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the logs of local functions in files, one for each function, and prints them. Each line has its time, its execution
 * environment and its text, with tabs between. Thread-safe.
 */
final class FunctionLogs implements InvocationListener, AutoCloseable {

    private final LocalFolder folder;
    private final Printing print;
    private final boolean printing;
    private volatile @Nullable String lost;
    private final Map<String, Writer> files = new HashMap<>();

    /**
     * The logs of a folder.
     *
     * @param printing whether all lines are printed, and not only that a function has failed
     */
    FunctionLogs(LocalFolder folder, Printing print, boolean printing) {
        this.folder = folder;
        this.print = print;
        this.printing = printing;
    }

    /** Why Lambda has given an event up, where it has. */
    Optional<String> lost() {
        return Optional.ofNullable(lost);
    }

    @Override
    public void on(InvocationEvent event) {
        if (event instanceof LogLine line) {
            note(line.at(), line.functionName(), line.environmentId(), line.text());
        } else if (event instanceof Refused refused) {
            note(refused.at(), refused.functionName(), "-", "refused: " + refused.why());
        } else if (event instanceof GivenUp gone) {
            note(gone.at(), gone.functionName(), "-", "an event was given up: request " + gone.requestId());
            lost = "the function " + gone.functionName()
                    + " has failed each time that it was given an event; its log is " + folder.log(gone.functionName());
        } else if (event instanceof Finished finished && failed(finished)) {
            print.note("the function " + finished.functionName() + " failed: its log is "
                    + folder.log(finished.functionName()) + ". Lambda gives it the event again after a minute or two.");
        }
    }

    private static boolean failed(Finished finished) {
        return finished.report().status() == InvocationStatus.FUNCTION_ERROR
                || finished.report().status() == InvocationStatus.INIT_ERROR;
    }

    private synchronized void note(Instant at, String function, String environment, String text) {
        try {
            Writer file = files.get(function);
            if (file == null) {
                Path path = folder.log(function);
                Files.createDirectories(Objects.requireNonNull(path.getParent()));
                file = Files.newBufferedWriter(path, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
                files.put(function, file);
            }
            file.write(new LogEvent(at, environment, text).fileLine() + '\n');
            file.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the log of " + function + " can't be written", e);
        }
        if (printing && !LogText.isFrame(text)) {
            print.line(LogText.line(at, function, text));
        }
    }

    @Override
    public synchronized void close() throws IOException {
        for (Writer file : files.values()) {
            file.close();
        }
        files.clear();
    }
}
