package dev.longhaul.example.demo.stage;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A PostgreSQL server of the demo's own, which holds what a job works on and the checkpoints, and goes with the demo. */
public final class Database implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    private Database(Path data) throws IOException {
        this.data = data;
        this.server = server(0);
    }

    /** Starts the server on a free port of the loopback interface. */
    public static Database start() throws IOException {
        return new Database(Files.createTempDirectory("longhaul-demo-"));
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    /** Ends the server; its data stays. */
    public void leave() throws IOException {
        server.close();
    }

    /** Starts the server again, on its data and its port. */
    public void comeBack() throws IOException {
        server = server(server.getPort());
    }

    /** The JDBC URL of its database. */
    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        server.close();
        try (Stream<Path> files = Files.walk(data)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
