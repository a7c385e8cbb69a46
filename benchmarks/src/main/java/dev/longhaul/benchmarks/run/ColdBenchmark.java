package dev.longhaul.benchmarks.run;

import dev.longhaul.benchmarks.compile.ClassPath;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/**
 * From the start of a JVM to the first step, with the chain claimed in PostgreSQL before it; beside a JVM that makes a
 * connection and inserts one row before it does the same.
 */
public final class ColdBenchmark {

    private ColdBenchmark() {}

    /** Prints a table of so many pairs. */
    public static void run(int count) throws Exception {
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start()) {
            String url = "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
            // The first one makes the tables.
            millis(ColdStart.LONGHAUL, url);
            millis(ColdStart.BARE, url);
            Pairs pairs = new Pairs();
            for (int i = 0; i < count; i++) {
                pairs.add(millis(ColdStart.LONGHAUL, url), millis(ColdStart.BARE, url));
            }
            System.out.println("| | bare | Longhaul | ratio (quartiles) |\n|---|---|---|---|");
            System.out.println(pairs.row("first step"));
        }
    }

    private static double millis(String side, String url) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                ClassPath.current().asArgument(),
                ColdStart.class.getName(),
                side,
                url);
        builder.environment().put("LONGHAUL_STORE", url);
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:9");
        builder.environment().put("AWS_REGION", "us-east-1");
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        if (process.waitFor() != 0 || lines.isEmpty()) {
            throw new IllegalStateException(side + " ended with " + process.exitValue());
        }
        return Double.parseDouble(lines.get(lines.size() - 1));
    }
}
