package dev.longhaul.store.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** A PgBouncer of the test's own, in transaction mode: each transaction may have another of its few server sessions. */
final class PgBouncer implements AutoCloseable {

    static final int SERVER_SESSIONS = 2;

    private final Process process;
    private final int port;

    private PgBouncer(Process process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Skips the test where the machine has none, but for CI. */
    static PgBouncer before(int server, Path directory) throws IOException {
        Optional<Path> program = program();
        if (!"true".equals(System.getenv("CI"))) {
            assumeTrue(program.isPresent(), "pgbouncer is not installed");
        }
        assertThat(program).as("pgbouncer, which CI installs").isPresent();
        boolean root = "root".equals(System.getProperty("user.name"));
        int port = freePort();
        Path users = Files.writeString(directory.resolve("users.txt"), "\"postgres\" \"\"\n");
        Path settings = Files.writeString(directory.resolve("pgbouncer.ini"), """
                [databases]
                postgres = host=127.0.0.1 port=%d dbname=postgres
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = trust
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                max_client_conn = 100
                %s
                """.formatted(
                        server, port, users, SERVER_SESSIONS, root ? "user = nobody" : ""));
        // It gives root's rights away before it reads its files.
        for (Path path : new Path[] {directory, users, settings}) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        Process process = new ProcessBuilder(program.orElseThrow().toString(), settings.toString())
                .redirectErrorStream(true)
                .redirectOutput(directory.resolve("log.txt").toFile())
                .start();
        PgBouncer bouncer = new PgBouncer(process, port);
        bouncer.awaitListening(directory);
        return bouncer;
    }

    String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private void awaitListening(Path directory) throws IOException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
        while (true) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                assertThat(socket.isConnected()).isTrue();
                return;
            } catch (IOException e) {
                assertThat(process.isAlive() && System.nanoTime() < deadline)
                        .as(() -> "pgbouncer listens: " + log(directory))
                        .isTrue();
                Thread.onSpinWait();
            }
        }
    }

    private static String log(Path directory) {
        try {
            return Files.readString(directory.resolve("log.txt"));
        } catch (IOException e) {
            return e.toString();
        }
    }

    private static Optional<Path> program() {
        String path = System.getenv().getOrDefault("PATH", "") + File.pathSeparator + "/usr/sbin";
        return Arrays.stream(path.split(File.pathSeparator))
                .map(folder -> Path.of(folder, "pgbouncer"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
