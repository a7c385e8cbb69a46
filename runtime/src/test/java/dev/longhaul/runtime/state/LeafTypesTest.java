package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.Period;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of each type that the reader and the writer know by themselves: alone, in containers and as keys. */
class LeafTypesTest {

    /** Two values of each type. */
    static Stream<List<Object>> pairs() {
        return Stream.of(
                List.of("", "a \ud83d\ude9a"),
                List.of(true, false),
                List.of(Byte.MIN_VALUE, (byte) 7),
                List.of(Short.MIN_VALUE, (short) 7),
                List.of(Integer.MIN_VALUE, 7),
                List.of(Long.MIN_VALUE, 9_007_199_254_740_993L),
                List.of(Float.NaN, 0.1f),
                List.of(Double.NEGATIVE_INFINITY, -0.0),
                List.of('x', '\ud800'),
                List.of(new BigDecimal("1.10"), new BigDecimal("1E+3")),
                List.of(BigInteger.TWO.pow(80), BigInteger.ZERO),
                List.of(URI.create("https://example.com/a%20b?c#d"), URI.create("")),
                List.of(Duration.ofNanos(-1), Duration.ofDays(400)),
                List.of(Instant.MIN, Instant.parse("2026-11-23T10:15:30.123456789Z")),
                List.of(LocalDate.MAX, LocalDate.EPOCH),
                List.of(LocalDateTime.MIN, LocalDateTime.of(2026, 1, 2, 3, 4)),
                List.of(LocalTime.NOON, LocalTime.MAX),
                List.of(MonthDay.of(2, 29), MonthDay.of(12, 1)),
                List.of(OffsetDateTime.MAX, OffsetDateTime.parse("2026-11-23T10:15+05:30")),
                List.of(OffsetTime.MIN, OffsetTime.parse("10:15:30-02:00")),
                List.of(Period.of(1, -2, 3), Period.ZERO),
                List.of(Year.of(2026), Year.of(-44)),
                List.of(YearMonth.of(2026, 11), YearMonth.of(1, 1)),
                List.of(ZoneId.of("Europe/Berlin"), ZoneOffset.UTC),
                List.of(ZoneOffset.MAX, ZoneOffset.UTC),
                List.of(
                        ZonedDateTime.parse("2026-10-25T02:30+01:00[Europe/Berlin]"),
                        ZonedDateTime.parse("2026-10-25T02:30+02:00[Europe/Berlin]")),
                List.of(new UUID(0, 1), new UUID(-1, -1)));
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aListKeepsItsValuesAndNulls(List<Object> pair) throws IOException {
        List<Object> values = Arrays.asList(pair.get(0), null, pair.get(1));
        StateWriter out = new StateWriter();
        out.values(values);

        assertThat(new StateReader(out.finish()).list(typeOf(pair))).isEqualTo(values);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSetKeepsItsOrder(List<Object> pair) throws IOException {
        StateWriter out = new StateWriter();
        out.values(pair);

        Set<?> read = new StateReader(out.finish()).set(typeOf(pair));

        assertThat(List.copyOf(read)).isEqualTo(pair);
        assertThat(read).isExactlyInstanceOf(LinkedHashSet.class);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aMapKeepsItsKeysAndOrder(List<Object> pair) throws IOException {
        Map<Object, Object> map = new LinkedHashMap<>();
        map.put(pair.get(0), pair.get(1));
        map.put(pair.get(1), null);
        StateWriter out = new StateWriter();
        out.entries(map);

        Map<?, ?> read = new StateReader(out.finish()).map(typeOf(pair), typeOf(pair));

        assertThat(read).isEqualTo(map);
        assertThat(List.copyOf(read.keySet())).isEqualTo(pair);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void aSingleValueIsReadByItsType(List<Object> pair) throws Exception {
        for (Object value : pair) {
            StateWriter out = new StateWriter();
            out.leaf(value);
            assertThat(new StateReader(out.finish()).leaf(typeOf(pair))).isEqualTo(value);
        }
        assertThat(new StateReader("null").leaf(typeOf(pair))).isNull();
        assertThatThrownBy(() -> new StateReader("[]").leaf(typeOf(pair)))
                .isInstanceOf(StateException.class)
                .hasMessageEndingWith("was expected, but this is an array");
    }

    @Test
    void noContainerIsNull() throws IOException {
        StateWriter out = new StateWriter();
        out.beginArray();
        out.values(null);
        out.entries(null);
        out.endArray();

        assertThat(out.finish()).isEqualTo("[null,null]");
        assertThat(new StateReader("null").list(String.class)).isNull();
        assertThat(new StateReader("null").set(Integer.class)).isNull();
        assertThat(new StateReader("null").map(String.class, Integer.class)).isNull();
        assertThat(new StateReader("[]").list(String.class)).isEmpty();
        assertThat(new StateReader("{}").map(String.class, Integer.class)).isEmpty();
    }

    @Test
    void aWrongElementIsNamedWithItsPath() {
        assertThatThrownBy(() -> new StateReader("[\"PT1S\",\"soon\"]").list(Duration.class))
                .isInstanceOf(StateException.class)
                .hasMessage("\"1\": the text is no Duration");
        assertThatThrownBy(() -> new StateReader("{\"1\":1,\"one\":2}").map(Integer.class, Integer.class))
                .isInstanceOf(StateException.class)
                .hasMessage("\"{key}\": the key is no Integer");
        assertThatThrownBy(() -> new StateReader("{\"ab\":1}").map(Character.class, Integer.class))
                .isInstanceOf(StateException.class)
                .hasMessage("\"{key}\": the key is no Character");
    }

    @Test
    void aNullKeyIsRefused() throws IOException {
        StateWriter out = new StateWriter();

        assertThatThrownBy(() -> out.entries(Collections.singletonMap(null, 1)))
                .isInstanceOf(StateException.class)
                .hasMessage("a map with the key null can't be saved");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Integer.MIN_VALUE,
                Integer.MIN_VALUE + 1,
                Integer.MIN_VALUE + 7,
                -1_000_000_000,
                -7,
                0,
                7,
                Integer.MAX_VALUE
            })
    void aDecimalKeepsItsDigitsAndItsScale(int scale) throws IOException {
        for (String digits : List.of("0", "1", "-120", "99999999999999999999999")) {
            BigDecimal number = new BigDecimal(new BigInteger(digits), scale);
            StateWriter out = new StateWriter();
            out.values(List.of(number));

            assertThat(new StateReader(out.finish()).list(BigDecimal.class)).isEqualTo(List.of(number));
        }
    }

    /** Also as an event or an earlier version has them. */
    @Test
    void decimalsOfAllFormsAreRead() throws IOException {
        for (String text : List.of("1E+3", "1e3", "1.5E3", "-0.10", "+7", "12E-2", "1E3")) {
            assertThat(new StateReader('"' + text + '"').text(BigDecimal.class)).isEqualTo(new BigDecimal(text));
        }
        for (String text : List.of("", "E", "1E", "E5", "1E99999999999", "1EE1", "x")) {
            assertThatThrownBy(() -> new StateReader('"' + text + '"').text(BigDecimal.class))
                    .hasMessage("the text is no BigDecimal");
        }
    }

    private static Class<?> typeOf(List<Object> pair) {
        // A zone's own class is not public.
        return pair.get(0) instanceof ZoneId && !(pair.get(0) instanceof ZoneOffset)
                ? ZoneId.class
                : pair.get(0).getClass();
    }
}
