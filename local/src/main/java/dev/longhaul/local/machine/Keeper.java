package dev.longhaul.local.machine;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Keeps the processes of functions, by a shell beside this JVM: freezes them between invocations, as Lambda does, and lets no
 * process and no file outlive this JVM, also where it is killed and no hook of it runs. The shell ends when its input does, which
 * nobody but this JVM writes. Where there is no such shell, it does nothing. Thread-safe.
 */
public final class Keeper implements AutoCloseable {

    private static final Path SHELL = Path.of("/bin/sh");
    private static final Path SESSION = Path.of("/usr/bin/setsid");
    private static final long SECONDS_TO_END = 10;

    /** Ctrl-C goes to all processes of the terminal, so this one ignores it. */
    private static final String SCRIPT = """
            trap '' HUP INT QUIT TERM
            living=' '
            while read -r what pid; do
              case $what in
                begun) living="$living$pid " ;;
                ended) case $living in
                  *" $pid "*) living="${living%% $pid *} ${living#* $pid }" ;;
                esac ;;
                freeze) kill -s STOP -- "-$pid" || kill -s STOP "$pid" ;;
                thaw) kill -s CONT -- "-$pid" || kill -s CONT "$pid" ;;
              esac
            done
            for each in $living; do kill -s KILL -- "-$each" || kill -s KILL "$each"; done
            rm -rf "$1"
            """;

    private final Optional<Process> shell;

    private Keeper(Optional<Process> shell) {
        this.shell = shell;
    }

    /** Begins to watch, with a folder that is to be gone at the end. */
    public static Keeper of(Path folder) throws IOException {
        if (!Files.isExecutable(SHELL)) {
            return new Keeper(Optional.empty());
        }
        return new Keeper(Optional.of(
                new ProcessBuilder(SHELL.toString(), "-c", SCRIPT, "longhaul-local-keeper", folder.toString())
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                        .start()));
    }

    /** What goes before the command of a process, so that all that it starts is ended with it; nothing where there is no such. */
    public List<String> command() {
        return Files.isExecutable(SESSION) ? List.of(SESSION.toString()) : List.of();
    }

    /** Keeps a process that was started with that command. */
    public Kept keep(Process process) {
        tell("begun " + process.pid());
        // Its number may become another one's.
        CompletableFuture<Void> unused = process.onExit().thenAccept(ended -> tell("ended " + ended.pid()));
        return new Kept(process);
    }

    /** A process that is kept. */
    public final class Kept {

        private final Process process;

        private Kept(Process process) {
            this.process = process;
        }

        /** The process. */
        public Process process() {
            return process;
        }

        /** It gets no time any more, nor does what it has started, until it is thawed. */
        public void freeze() {
            tell("freeze " + process.pid());
        }

        /** It gets time again. */
        public void thaw() {
            tell("thaw " + process.pid());
        }
    }

    private synchronized void tell(String line) {
        if (shell.isEmpty()) {
            return;
        }
        try {
            OutputStream in = shell.get().getOutputStream();
            in.write((line + "\n").getBytes(StandardCharsets.UTF_8));
            in.flush();
        } catch (IOException closedOrKilled) {
            // Then this JVM has ended the processes itself, or somebody does not want them to be watched.
        }
    }

    /** Ends what is left. */
    @Override
    public void close() {
        if (shell.isEmpty()) {
            return;
        }
        try {
            shell.get().getOutputStream().close();
            shell.get().waitFor(SECONDS_TO_END, TimeUnit.SECONDS);
        } catch (IOException closed) {
            // It has ended.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
