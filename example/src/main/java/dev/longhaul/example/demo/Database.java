package dev.longhaul.example.demo;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A PostgreSQL server of the demo's own, which holds the warehouse and the checkpoints, and goes with the demo. */
final class Database implements AutoCloseable {

    private final Path data;
    private EmbeddedPostgres server;

    private Database(Path data) throws IOException {
        this.data = data;
        this.server = server(0);
    }

    /** Starts the server on a free port of the loopback interface. */
    static Database start() throws IOException {
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
    void leave() throws IOException {
        server.close();
    }

    /** Starts the server again, on its data and its port. */
    void comeBack() throws IOException {
        server = server(server.getPort());
    }

    /** The JDBC URL of its database. */
    String url() {
        return "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/postgres?user=postgres";
    }

    /** The rows of a run. */
    long rows(String run) throws SQLException {
        return count("select count(*) from access_log where run = ?", run);
    }

    /** The lines of a run that went to the reject table. */
    long rejected(String run) throws SQLException {
        return count("select count(*) from rejected_line where run = ?", run);
    }

    /** The different line numbers of a run, in both tables: as many as lines, if none is missing or there twice. */
    long lineNumbers(String run) throws SQLException {
        return count(
                "select count(distinct line) from (select run, line from access_log"
                        + " union all select run, line from rejected_line) lines where run = ?",
                run);
    }

    /** The paths that were requested most. */
    List<PathCount> topPaths(String run, int most) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement query =
                        connection.prepareStatement("select path, count(*) as requests from access_log where run = ?"
                                + " group by path order by requests desc, path limit ?")) {
            query.setString(1, run);
            query.setInt(2, most);
            List<PathCount> paths = new ArrayList<>();
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    paths.add(new PathCount(rows.getString(1), rows.getLong(2)));
                }
            }
            return paths;
        }
    }

    private long count(String sql, String run) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url());
                PreparedStatement query = connection.prepareStatement(sql)) {
            query.setString(1, run);
            try (ResultSet row = query.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
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

    /**
     * A path and how often it was requested.
     *
     * @param path the path, with its query
     * @param requests the requests
     */
    record PathCount(String path, long requests) {}
}
