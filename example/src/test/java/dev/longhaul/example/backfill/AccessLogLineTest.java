package dev.longhaul.example.backfill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccessLogLineTest {

    private static final String GOOD =
            "203.0.113.7 - jane [17/May/2015:10:05:03 +0200] \"GET /a?b=\\\"c\\\" HTTP/1.1\" 200"
                    + " 203023 \"https://example.com/\" \"Mozilla/5.0 \\\"quoted\\\"\"";

    @Test
    void readsTheFieldsOfTheCombinedFormat() throws Exception {
        assertThat(AccessLogLine.parse(GOOD))
                .isEqualTo(new AccessLogLine(
                        "203.0.113.7",
                        "jane",
                        OffsetDateTime.parse("2015-05-17T10:05:03+02:00"),
                        new AccessLogLine.Request(
                                "GET", "/a?b=\\\"c\\\"", "https://example.com/", "Mozilla/5.0 \\\"quoted\\\""),
                        200,
                        203_023));
    }

    @Test
    void aDashForTheSizeIsNone() throws Exception {
        assertThat(AccessLogLine.parse(GOOD.replace("203023", "-")).bytes()).isZero();
    }

    @Test
    void aLongQuotedFieldIsReadWithoutDeepRecursion() throws Exception {
        String agent = "\\\"x".repeat(100_000);

        assertThat(AccessLogLine.parse(GOOD.replace("Mozilla/5.0", agent))
                        .request()
                        .agent())
                .startsWith(agent);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Mozilla/5.0|Mozilla\"5.0|it has not the fields of the combined log format",
                "17/May/2015|31/Feb/2015|its time \"31/Feb/2015:10:05:03 +0200\" is not one like 17/May/2015:10:05:03 +0000",
                "GET /a|GET|its request is not a method, a path and a protocol",
                " 200 | 2000 |it has not the fields of the combined log format"
            },
            ignoreLeadingAndTrailingWhitespace = false)
    void saysWhatIsWrongWithALine(String part, String instead, String reason) {
        assertThatThrownBy(() -> AccessLogLine.parse(GOOD.replace(part, instead)))
                .isInstanceOf(MalformedLineException.class)
                .hasMessage(reason);
    }
}
