package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
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
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every value of java.time comes back as it was, as a value and as a key: at the edges of each type, and at random. */
class EdgesOfTimeTest {

    private static final long SEED = 20261128;
    private static final int EACH = 200;

    private final Random random = new Random(SEED);

    static Stream<Class<?>> types() {
        return Stream.of(
                Duration.class,
                Instant.class,
                LocalDate.class,
                LocalDateTime.class,
                LocalTime.class,
                MonthDay.class,
                OffsetDateTime.class,
                OffsetTime.class,
                Period.class,
                Year.class,
                YearMonth.class,
                ZoneId.class,
                ZoneOffset.class,
                ZonedDateTime.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyValueComesBack(Class<?> type) throws IOException {
        for (Object value : values(type)) {
            StateWriter out = new StateWriter();
            out.beginArray();
            out.values(List.of(value));
            out.entries(Map.of(value, true));
            out.endArray();

            String json = out.finish();
            StateReader in = new StateReader(json);
            in.beginArray();
            in.next();
            assertThat((Object) in.list(type)).as(json).isEqualTo(List.of(value));
            in.next();
            assertThat((Object) in.map(type, Boolean.class)).as(json).isEqualTo(Map.of(value, true));
        }
    }

    /** What earlier versions wrote: {@code toString()} without the sign that its parser asks for. */
    @Test
    void aYearOfFiveDigitsIsReadWithoutItsSign() throws IOException {
        assertThat(new StateReader("\"10000-07\"").text(YearMonth.class)).isEqualTo(YearMonth.of(10_000, 7));
        assertThat(new StateReader("\"999999999-12\"").text(YearMonth.class))
                .isEqualTo(YearMonth.of(Year.MAX_VALUE, 12));
        assertThat(new StateReader("\"+10000\"").text(Year.class)).isEqualTo(Year.of(10_000));
        assertThat(new StateReader("\"10000\"").text(Year.class)).isEqualTo(Year.of(10_000));
    }

    private List<Object> values(Class<?> type) {
        List<Object> values = new ArrayList<>();
        List<LocalDate> dates = new ArrayList<>(dates());
        for (LocalDate date : dates) {
            for (LocalTime time : times()) {
                add(values, type, LocalDateTime.of(date, time));
            }
        }
        durations().forEach(duration -> addIf(values, type, duration));
        periods().forEach(period -> addIf(values, type, period));
        if (type == ZoneId.class || type == ZonedDateTime.class) {
            zones().forEach(zone -> add(values, type, zone));
        }
        assertThat(values).hasSizeGreaterThan(EACH / 10);
        return values;
    }

    private void add(List<Object> values, Class<?> type, LocalDateTime dateTime) {
        ZoneOffset offset = offset();
        addIf(values, type, dateTime);
        addIf(values, type, dateTime.toLocalDate());
        addIf(values, type, dateTime.toLocalTime());
        addIf(values, type, MonthDay.from(dateTime));
        addIf(values, type, Year.from(dateTime));
        addIf(values, type, YearMonth.from(dateTime));
        addIf(values, type, OffsetDateTime.of(dateTime, offset));
        addIf(values, type, OffsetTime.of(dateTime.toLocalTime(), offset));
        addIf(values, type, offset);
        addIf(values, type, ZonedDateTime.of(dateTime, offset));
        addIf(values, type, instant(dateTime));
    }

    private static Instant instant(LocalDateTime dateTime) {
        if (dateTime.equals(LocalDateTime.MAX)) {
            return Instant.MAX;
        }
        return dateTime.equals(LocalDateTime.MIN) ? Instant.MIN : dateTime.toInstant(ZoneOffset.UTC);
    }

    /** In each zone, before, at and after changes of its clock, also in a gap and in an overlap. */
    private static void add(List<Object> values, Class<?> type, ZoneId zone) {
        addIf(values, type, zone);
        if (type != ZonedDateTime.class) {
            return;
        }
        List<ZoneOffsetTransition> transitions = zone.getRules().getTransitions();
        for (int i = 0; i < transitions.size(); i += 1 + transitions.size() / 3) {
            ZoneOffsetTransition change = transitions.get(i);
            values.add(ZonedDateTime.ofInstant(change.getInstant(), zone));
            values.add(ZonedDateTime.ofInstant(change.getInstant().minusNanos(1), zone));
            ZonedDateTime middle = ZonedDateTime.of(change.getDateTimeBefore().plusMinutes(1), zone);
            values.add(middle);
            values.add(middle.withLaterOffsetAtOverlap());
            values.add(middle.withEarlierOffsetAtOverlap());
        }
        values.add(ZonedDateTime.of(LocalDateTime.of(123_456, 7, 1, 0, 0), zone));
        values.add(ZonedDateTime.of(LocalDateTime.of(-5, 7, 1, 0, 0), zone));
    }

    private static void addIf(List<Object> values, Class<?> type, Object value) {
        if (type.isInstance(value)) {
            values.add(value);
        }
    }

    private List<LocalDate> dates() {
        List<LocalDate> dates = new ArrayList<>();
        for (int year : new int[] {
            0,
            1,
            -1,
            5,
            999,
            1000,
            -999,
            -1000,
            9_999,
            10_000,
            -9_999,
            -10_000,
            99_999,
            123_456,
            Year.MIN_VALUE,
            Year.MAX_VALUE
        }) {
            dates.add(LocalDate.of(year, 1, 1));
            dates.add(LocalDate.of(year, 12, 31));
        }
        dates.add(LocalDate.of(2024, 2, 29));
        for (int i = 0; i < EACH; i++) {
            dates.add(LocalDate.of(random.nextInt(Year.MIN_VALUE, Year.MAX_VALUE), 1 + random.nextInt(12), 28));
        }
        return dates;
    }

    private List<LocalTime> times() {
        return List.of(
                LocalTime.MIN,
                LocalTime.MAX,
                LocalTime.of(1, 2),
                LocalTime.of(1, 2, 3),
                LocalTime.of(1, 2, 3, 4_000_000),
                LocalTime.ofNanoOfDay(random.nextLong(LocalTime.MAX.toNanoOfDay())));
    }

    private ZoneOffset offset() {
        int most = ZoneOffset.MAX.getTotalSeconds();
        return switch (random.nextInt(5)) {
            case 0 -> ZoneOffset.UTC;
            case 1 -> ZoneOffset.MIN;
            case 2 -> ZoneOffset.MAX;
            default -> ZoneOffset.ofTotalSeconds(random.nextInt(2 * most + 1) - most);
        };
    }

    private List<Duration> durations() {
        List<Duration> durations = new ArrayList<>(List.of(
                Duration.ZERO,
                Duration.ofNanos(1),
                Duration.ofNanos(-1),
                Duration.ofSeconds(-1, 1),
                Duration.ofSeconds(-60, 1),
                Duration.ofSeconds(Long.MIN_VALUE),
                Duration.ofSeconds(Long.MIN_VALUE, 1),
                Duration.ofSeconds(Long.MAX_VALUE, 999_999_999)));
        for (int i = 0; i < EACH; i++) {
            durations.add(Duration.ofSeconds(random.nextLong() >> random.nextInt(64), random.nextInt(1_000_000_000)));
        }
        return durations;
    }

    private List<Period> periods() {
        List<Period> periods = new ArrayList<>(List.of(
                Period.ZERO,
                Period.of(Integer.MIN_VALUE, 0, Integer.MAX_VALUE),
                Period.of(Integer.MAX_VALUE, Integer.MIN_VALUE, Integer.MIN_VALUE)));
        for (int i = 0; i < EACH; i++) {
            periods.add(Period.of(random.nextInt(), random.nextInt(), random.nextInt()));
        }
        return periods;
    }

    private static List<ZoneId> zones() {
        List<ZoneId> zones = new ArrayList<>();
        ZoneId.getAvailableZoneIds().stream().sorted().map(ZoneId::of).forEach(zones::add);
        for (String other : List.of("Z", "UT+01:30", "UTC-18:00", "GMT+00:00:01", "+18:00", "-00:00:59", "UTC")) {
            zones.add(ZoneId.of(other));
        }
        return zones;
    }
}
