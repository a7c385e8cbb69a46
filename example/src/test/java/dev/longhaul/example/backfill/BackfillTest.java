package dev.longhaul.example.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.example.WatchedDatabase;
import dev.longhaul.example.demo.move.ObjectServer;
import dev.longhaul.testing.ChainTester;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** The jobs with a real database and a real S3 server, in virtual time. */
class BackfillTest {

    private static final String BUCKET = "logs";

    @TempDir
    private static Path folder;

    private static EmbeddedPostgres postgres;
    private static ObjectServer server;
    private static S3Client s3;
    private static WatchedDatabase database;
    /** The test's own connection: to look into the tables. */
    private static Connection looking;

    @BeforeAll
    static void start() throws Exception {
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .start();
        database = new WatchedDatabase("jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres?user=postgres");
        Warehouse.prepare(database.url());
        looking = DriverManager.getConnection(database.url());
        server = new ObjectServer();
        s3 = server.patientClient();
        s3.createBucket(create -> create.bucket(BUCKET));
    }

    @AfterAll
    static void stop() throws IOException, SQLException {
        s3.close();
        server.close();
        looking.close();
        postgres.close();
    }

    @Test
    void eachLineIsLoadedOnceWhereverTheJobDies() throws IOException {
        Path log = Files.writeString(folder.resolve("access.log"), lines(450) + "nonsense\n");

        ChainTester.of(backfill())
                .store(database.url())
                .event("{\"log\":\"" + log + "\",\"lines\":451,\"paceMillis\":0}")
                .beforeEach(BackfillTest::emptyTables)
                .prepare((job, points) -> database.points(points))
                .outcome(BackfillTest::loaded)
                .afterEach(
                        run -> assertThat(loaded()).as(run.transcript()).isEqualTo("450 rows of 450 lines, 1 rejected"))
                .killAtEveryPoint();
    }

    @Test
    void theLogsOfABucketAreLoadedEachByAChildWhereverOneDies() throws IOException {
        String folder = "killed/";
        put(folder + "1 plain.log", lines(3).getBytes(StandardCharsets.UTF_8));
        put(folder + "2.log.gz", gzip(lines(4)));

        bucket(folder)
                .ignoring("cursor")
                .outcome(BackfillTest::loaded)
                .afterEach(run -> assertThat(loaded()).as(run.transcript()).isEqualTo("7 rows of 7 lines, 0 rejected"))
                .killAtEveryPoint();
    }

    @Test
    void whatCanNotBeReadIsReportedAndKeepsNoOtherBack() throws IOException {
        String folder = "odd/";
        byte[] whole = gzip(lines(400));
        put(folder + "caf\u00e9 100%.log", lines(1).getBytes(StandardCharsets.UTF_8));
        put(folder + "cut.log.gz", Arrays.copyOf(whole, whole.length / 2));
        put(folder + "empty.log", new byte[0]);
        put(folder + "many.log.gz", joined(gzip(lines(2)), gzip(lines(3))));
        for (int i = 0; i < 30; i++) {
            put(folder + "z/" + i + ".log.gz", gzip(lines(10)));
        }

        String result = bucket(folder).run().assertCompleted().result();

        assertThat(result)
                .startsWith(
                        "{\"logs\":33,\"lines\":306,\"rejected\":0,\"failed\":1,\"reasons\":[\"000002 odd/cut.log.gz has ended: ")
                .contains("UnreadableLogException", "ends too early");
    }

    private static ChainTester<BackfillBucket> bucket(String prefix) {
        return ChainTester.of(new BackfillBucketHandler(new LogBucket(s3)))
                .child(backfill(), (job, points) -> database.points(points))
                .store(database.url())
                .event("{\"bucket\":\"" + BUCKET + "\",\"prefix\":\"" + prefix + "\"}")
                .beforeEach(BackfillTest::emptyTables);
    }

    private static BackfillAccessLogsHandler backfill() {
        return new BackfillAccessLogsHandler(new LogsAndWarehouse(database, s3));
    }

    private static String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append("203.0.113.7 - jane [17/May/2015:10:05:03 +0200] \"GET /page/")
                    .append(i)
                    .append(" HTTP/1.1\" 200 2030 \"-\" \"Mozilla/5.0\"\n");
        }
        return lines.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (OutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    private static byte[] joined(byte[] first, byte[] second) {
        byte[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }

    private static void put(String key, byte[] bytes) {
        s3.putObject(put -> put.bucket(BUCKET).key(key), RequestBody.fromBytes(bytes));
    }

    private static void emptyTables() {
        try (Statement statement = looking.createStatement()) {
            statement.execute("truncate access_log, rejected_line");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is in the tables: each line of a run is a row once, by the tables' keys. */
    private static String loaded() {
        List<String> counts = new ArrayList<>();
        try (Statement statement = looking.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select (select count(*) from access_log), (select count(distinct (run, path)) from access_log),"
                                + " (select count(*) from rejected_line)")) {
            rows.next();
            for (int i = 1; i <= 3; i++) {
                counts.add(rows.getString(i));
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return counts.get(0) + " rows of " + counts.get(1) + " lines, " + counts.get(2) + " rejected";
    }
}
