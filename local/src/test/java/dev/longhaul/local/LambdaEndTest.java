package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import dev.longhaul.local.function.CallerClassPath;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** However a local Lambda ends, no process and no file of it is left. */
class LambdaEndTest {

    private static final long LOOK_NANOS = 20_000_000;

    /** The bit of signal 2. */
    private static final long SIGINT = 0b10;

    @ParameterizedTest
    @ValueSource(strings = {"KILL", "TERM", "INT"})
    void nothingSurvivesASignal(String signal) throws Exception {
        assumeFalse(signal.equals("INT") && ignoresInterrupts(), "what this was started by lets Ctrl-C be ignored");
        Process lambda = start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(lambda.getInputStream(), StandardCharsets.UTF_8))) {
            ProcessHandle function = process(next(out, "function "));
            Path files = Path.of(next(out, "files "));
            ProcessHandle child = process(next(out, "child "));
            assertThat(files).isNotEmptyDirectory();

            signal(signal, lambda);

            lambda.waitFor();
            function.onExit().join();
            child.onExit().join();
            while (Files.exists(files)) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
        } finally {
            lambda.destroyForcibly();
        }
    }

    /** As in the background of a script; what is started from here inherits it. */
    private static boolean ignoresInterrupts() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return false;
        }
        String mask = Files.readString(status).replaceFirst("(?s).*SigIgn:\\s*([0-9a-f]+).*", "$1");
        return (Long.parseUnsignedLong(mask, 16) & SIGINT) != 0;
    }

    private static Process start() throws IOException {
        String classPath = CallerClassPath.of(LambdaEndTest.class).stream()
                .map(Path::toString)
                .collect(Collectors.joining(System.getProperty("path.separator")));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                LambdaProcess.class.getName());
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    private static ProcessHandle process(String number) {
        return ProcessHandle.of(Long.parseLong(number)).orElseThrow();
    }

    /** The rest of the first line that begins so. */
    private static String next(BufferedReader out, String beginning) throws IOException {
        String line = out.readLine();
        while (line != null && !line.startsWith(beginning)) {
            line = out.readLine();
        }
        assertThat(line).as("a line with " + beginning).isNotNull();
        return String.valueOf(line).substring(beginning.length());
    }

    private static void signal(String name, Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }
}
