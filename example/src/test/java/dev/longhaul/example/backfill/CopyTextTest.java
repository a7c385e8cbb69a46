package dev.longhaul.example.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;

class CopyTextTest {

    private static final String ODD =
            "tab\t back\\slash \\N \\. line\nreturn\r quote' \"double\" \u00e4\u20ac\ud83d\ude80\u0001";

    @Test
    void whatIsSentStandsInTheTableAsItWas() throws Exception {
        OffsetDateTime at = OffsetDateTime.parse("2026-03-01T08:00:00+01:00");
        CopyText rows = new CopyText("odd");
        rows.add(ODD, 1L, at);
        rows.add("\\N", 2L, at);
        rows.add("\\.", 3L, at);
        rows.add("", 4L, at);
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setServerConfig("listen_addresses", "127.0.0.1")
                        .start();
                Connection connection = server.getPostgresDatabase().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create table odd (content text, number bigint, at timestamptz)");
            connection.setAutoCommit(false);
            rows.send(connection);
            connection.rollback();
            rows.add(ODD, 1L, at);
            rows.add("\\N", 2L, at);
            rows.add("\\.", 3L, at);
            rows.add("", 4L, at);
            rows.send(connection);
            rows.send(connection);
            connection.commit();

            try (ResultSet found = statement.executeQuery("select content, at from odd order by number")) {
                for (String content : new String[] {ODD, "\\N", "\\.", ""}) {
                    assertThat(found.next()).isTrue();
                    assertThat(found.getString(1)).isEqualTo(content);
                    assertThat(found.getObject(2, OffsetDateTime.class).toInstant())
                            .isEqualTo(at.toInstant());
                }
                assertThat(found.next()).isFalse();
            }
        }
    }
}
