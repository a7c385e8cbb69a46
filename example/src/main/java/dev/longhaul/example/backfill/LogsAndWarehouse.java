package dev.longhaul.example.backfill;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Objects;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What {@link BackfillAccessLogs} works with: logs in files or in S3, and the warehouse's database. Thread-safe. */
public final class LogsAndWarehouse implements AutoCloseable {

    private static final String S3 = "s3";

    private final DataSource database;
    private @Nullable S3Client s3;

    /** By the environment, as the function makes them. */
    LogsAndWarehouse() {
        this(database(Objects.requireNonNull(System.getenv(Warehouse.VARIABLE))), null);
    }

    /**
     * By hand, for a test.
     *
     * @param s3 where logs in S3 are; null for the client that the environment describes, which is made when one is opened
     */
    public LogsAndWarehouse(DataSource database, @Nullable S3Client s3) {
        this.database = database;
        this.s3 = s3;
    }

    /** The database of a JDBC URL. */
    public static DataSource database(String url) {
        PGSimpleDataSource database = new PGSimpleDataSource();
        database.setURL(url);
        return database;
    }

    /** Begins a transaction on the warehouse. */
    Warehouse warehouse() throws SQLException {
        return new Warehouse(database.getConnection());
    }

    /**
     * Opens a log.
     *
     * @param log the path of a file, or the URI of an object: {@code s3://bucket/key}
     * @param position the bytes of plain text before the first line that is wanted
     * @throws UnreadableLogException when it is a damaged gzip file, or has not so many bytes
     */
    LogLines open(String log, long position) throws IOException {
        return new LogLines(log, bytes(log), position);
    }

    private InputStream bytes(String log) throws IOException {
        if (!log.startsWith(S3 + "://")) {
            return Files.newInputStream(Path.of(log));
        }
        URI object = URI.create(log);
        return s3().getObject(get ->
                get.bucket(object.getAuthority()).key(object.getPath().substring(1)));
    }

    private synchronized S3Client s3() {
        if (s3 == null) {
            s3 = S3Client.builder()
                    .httpClientBuilder(UrlConnectionHttpClient.builder())
                    .build();
        }
        return s3;
    }

    @Override
    public synchronized void close() {
        if (s3 != null) {
            s3.close();
        }
    }
}
