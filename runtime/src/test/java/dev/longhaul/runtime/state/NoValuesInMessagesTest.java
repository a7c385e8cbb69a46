package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.event.EventException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages go into logs, and what a user keeps in a state or sends in an event does not. */
class NoValuesInMessagesTest {

    /** In every value below, and in no message. */
    private static final String SECRET = "4111";

    private static final long SECRET_NUMBER = 41_114_111L;

    /** What generated code asks a reader for. */
    private interface Reading {
        @Nullable
        Object of(StateReader in) throws IOException;
    }

    private static final Map<String, Reading> READINGS = new LinkedHashMap<>();

    static {
        READINGS.put("bool", StateReader::bool);
        READINGS.put("int8", StateReader::int8);
        READINGS.put("int16", StateReader::int16);
        READINGS.put("int32", StateReader::int32);
        READINGS.put("int64", StateReader::int64);
        READINGS.put("float32", StateReader::float32);
        READINGS.put("float64", StateReader::float64);
        READINGS.put("character", StateReader::character);
        READINGS.put("string", StateReader::string);
        READINGS.put("bytes", StateReader::bytes);
        READINGS.put("localDate", in -> in.text(LocalDate.class));
        READINGS.put("duration", in -> in.text(Duration.class));
        READINGS.put("instant", in -> in.text(Instant.class));
        READINGS.put("bigDecimal", in -> in.text(BigDecimal.class));
        READINGS.put("bigInteger", in -> in.text(BigInteger.class));
        READINGS.put("uri", in -> in.text(URI.class));
        READINGS.put("uuid", in -> in.text(UUID.class));
        READINGS.put("zoneId", in -> in.text(ZoneId.class));
        READINGS.put("yearMonth", in -> in.text(YearMonth.class));
        READINGS.put("zonedDateTime", in -> in.text(ZonedDateTime.class));
        READINGS.put("list", in -> in.list(LocalDate.class));
        READINGS.put("set", in -> in.set(Byte.class));
        READINGS.put("map by date", in -> in.map(LocalDate.class, LocalDate.class));
        READINGS.put("map by text", in -> in.map(String.class, Byte.class));
        READINGS.put("map by number", in -> in.map(Integer.class, Boolean.class));
        READINGS.put("map by truth", in -> in.map(Boolean.class, UUID.class));
        READINGS.put("map by character", in -> in.map(Character.class, UUID.class));
        READINGS.put("object", in -> {
            in.beginObject();
            while (in.next()) {
                in.skip();
            }
            return null;
        });
        READINGS.put("copy", StateReader::raw);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "41114111",
                "4111411141114111411141114111",
                "4111e999",
                "-41114111.4111",
                "\"4111-1111-1111-1111\"",
                "\"4111 \\x\"",
                "\"4111",
                "\"4111\n\"",
                "[\"4111\",\"4111\"]",
                "[4111,4111,300]",
                "{\"4111\":4111}",
                "{\"4111\":\"4111\"}",
                "{\"4111\":{\"4111\":[4111,tru]}}",
                "{\"4111\":}",
                "{\"4111\" 4111}",
                "{\"4111",
                "{4111:1}",
                "[4111,4111e]",
                "[4111",
                "4111x",
                "tru4111",
                "nul4111",
                "N4111",
                "04111",
                "'4111'",
                "// 4111",
                "\ufeff4111"
            })
    void noFailureOfAReaderHasTheValueInIt(String document) {
        READINGS.forEach((name, reading) -> {
            Throwable failure = catchThrowable(() -> {
                StateReader in = new StateReader("{\"card\":" + document + "}");
                in.beginObject();
                in.next();
                in.at("card");
                reading.of(in);
                while (in.next()) {
                    in.skip();
                }
            });
            if (failure != null) {
                assertThat(failure).as(name).isInstanceOf(StateException.class);
                assertThat(printed(failure)).as(name).doesNotContain(SECRET);
                // Until its value is there, nobody has asked for the name.
                assertThat(failure.getMessage()).as(name).containsPattern("^\"(card|\\{key\\}\": this is not JSON)");
            }
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"4111\":tru}",
                "{\"card\":4111x}",
                "\"4111",
                "4111 4111",
                "{\"card\":\"4111\"",
                "[4111,]",
                "{\"longhaul\":{\"v\":1,\"start\":\"n\"},\"input\":{\"4111\":4111x}}",
                "{\"longhaul\":{\"v\":41114111411,\"start\":\"n\"}}",
                "{\"longhaul\":{\"v\":1,\"start\":\"n\"},\"input\":{\"4111\":\"\\q4111\"}}"
            })
    void noFailureOfAnEventHasItsContentInIt(String event) {
        EventException failure = catchThrowableOfType(EventException.class, () -> Envelope.read(event, "Count"));

        assertThat(printed(failure)).doesNotContain(SECRET);
    }

    @Test
    void aMapsKeyStandsAsAPlaceholderAndAFieldsNameAsItIs() throws IOException {
        StateReader in = new StateReader("{\"card\":{\"4111-1111\":{\"holder\":{\"4111\":300}}}}");
        in.beginObject();
        in.next();
        assertThat(in.at("cards")).isFalse();
        assertThat(in.at("card")).isTrue();
        in.beginObject();
        in.next();
        in.name();
        in.beginObject();
        in.next();
        in.at("holder");

        assertThat(catchThrowable(() -> in.map(String.class, Byte.class)))
                .hasMessage("\"card/{key}/holder/{key}\": the number is outside -128 to 127");
    }

    @Test
    void aWriterHasPlaceholdersToo() throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("cards").beginObject();
        out.key("4111-1111").beginObject();
        out.field("holders");

        Throwable failure = catchThrowable(() -> {
            Map<String, Integer> map = new LinkedHashMap<>(Map.of("4111", 1));
            map.putAll(Collections.singletonMap(null, 2));
            out.entries(map);
        });

        assertThat(failure).hasMessage("\"cards/{key}/holders/{key}\": a map with the key null can't be saved");
        assertThat(out.failure("it can't be saved", new IllegalStateException("4111")))
                .hasMessage("\"cards/{key}/holders/{key}\": it can't be saved (java.lang.IllegalStateException)");
    }

    @Test
    void whatTheUsersCodeThrowsIsToldByItsClassAndItsStack() throws IOException {
        StateReader in = new StateReader("{\"card\":\"4111\"}");
        in.beginObject();
        in.next();
        in.at("card");
        NumberFormatException cause =
                catchThrowableOfType(NumberFormatException.class, () -> Integer.parseInt(SECRET_NUMBER + "x"));

        StateException failure = in.failure("it can't be restored", cause);

        assertThat(failure).hasMessage("\"card\": it can't be restored (java.lang.NumberFormatException)");
        assertThat(failure.getStackTrace()).isEqualTo(cause.getStackTrace());
        assertThat(printed(failure)).doesNotContain(SECRET);
    }

    /** Also what a field is called is the sender's choice: no line of a log may be made up with it. */
    @Test
    void aNameInAnEventIsShownOnOneLineAndCut() {
        String forged = "a\n{\"longhaul\":\"stopped\"}\u202e\u2028\u0007\ud800";
        EventException failure = catchThrowableOfType(
                EventException.class,
                () -> Envelope.read("{\"longhaul\":{\"v\":1,\"start\":\"n\"},\"" + json(forged) + "\":1}", "Count"));
        assertThat(failure)
                .hasMessageStartingWith("the event's field \"a\\u000a{\\u0022longhaul\\u0022:\\u0022stopped\\u0022}"
                        + "\\u202e\\u2028\\u0007\\ud800\" stands beside an envelope");

        EventException job = catchThrowableOfType(
                EventException.class,
                () -> Envelope.read(
                        "{\"longhaul\":{\"v\":1,\"chain\":\"c\",\"hop\":1,\"job\":\"" + json("b\r\n".repeat(99))
                                + "\"}}",
                        "Count"));
        assertThat(job.getMessage()).doesNotContain("\n", "\r").hasSizeLessThan(1_000);

        EventException header = catchThrowableOfType(
                EventException.class,
                () -> Envelope.read("{\"longhaul\":{\"v\":1,\"" + json("x\n".repeat(5_000)) + "\":1}}", "Count"));
        assertThat(header.getMessage()).doesNotContain("\n").hasSizeLessThan(1_000);
        assertThat(EventException.wrong("f\n", "is\nwrong").getMessage()).doesNotContain("\n");
    }

    private static String json(String text) {
        StringBuilder escaped = new StringBuilder();
        text.chars().forEach(unit -> escaped.append("\\u%04x".formatted(unit)));
        return escaped.toString();
    }

    /** All that a log can show of a failure: its causes and suppressed ones too. */
    private static String printed(Throwable failure) {
        StringWriter text = new StringWriter();
        failure.printStackTrace(new PrintWriter(text, true));
        return text.toString();
    }
}
