package dev.longhaul.runtime.state;

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
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StateReader} reads that may be null: a method for each type, for generic ones would cost the compiler of the
 * generated code more.
 */
public abstract sealed class NullableReader permits ContainerReader {

    NullableReader() {}

    abstract boolean isNull();

    abstract @Nullable String string() throws IOException;

    abstract boolean bool() throws IOException;

    abstract byte int8() throws IOException;

    abstract short int16() throws IOException;

    abstract int int32() throws IOException;

    abstract long int64() throws IOException;

    abstract float float32() throws IOException;

    abstract double float64() throws IOException;

    abstract char character() throws IOException;

    abstract StateException failure(String message, @Nullable Throwable cause);

    /** A truth value, or null. */
    public final @Nullable Boolean boolOrNull() throws IOException {
        return isNull() ? null : bool();
    }

    /** A whole number from -128 to 127, or null. */
    public final @Nullable Byte int8OrNull() throws IOException {
        return isNull() ? null : int8();
    }

    /** A whole number of 16 bits, or null. */
    public final @Nullable Short int16OrNull() throws IOException {
        return isNull() ? null : int16();
    }

    /** A whole number of 32 bits, or null. */
    public final @Nullable Integer int32OrNull() throws IOException {
        return isNull() ? null : int32();
    }

    /** A whole number of 64 bits, or null. */
    public final @Nullable Long int64OrNull() throws IOException {
        return isNull() ? null : int64();
    }

    /** A 32-bit floating-point number, or null. */
    public final @Nullable Float float32OrNull() throws IOException {
        return isNull() ? null : float32();
    }

    /** A 64-bit floating-point number, or null. */
    public final @Nullable Double float64OrNull() throws IOException {
        return isNull() ? null : float64();
    }

    /** A text of exactly one UTF-16 unit, or null. */
    public final @Nullable Character characterOrNull() throws IOException {
        return isNull() ? null : character();
    }

    /** A {@link BigDecimal}, or null. */
    public final @Nullable BigDecimal bigDecimal() throws IOException {
        return text(BigDecimal.class);
    }

    /** A {@link BigInteger}, or null. */
    public final @Nullable BigInteger bigInteger() throws IOException {
        return text(BigInteger.class);
    }

    /** A {@link Duration}, or null. */
    public final @Nullable Duration duration() throws IOException {
        return text(Duration.class);
    }

    /** An {@link Instant}, or null. */
    public final @Nullable Instant instant() throws IOException {
        return text(Instant.class);
    }

    /** A {@link LocalDate}, or null. */
    public final @Nullable LocalDate localDate() throws IOException {
        return text(LocalDate.class);
    }

    /** A {@link LocalDateTime}, or null. */
    public final @Nullable LocalDateTime localDateTime() throws IOException {
        return text(LocalDateTime.class);
    }

    /** A {@link LocalTime}, or null. */
    public final @Nullable LocalTime localTime() throws IOException {
        return text(LocalTime.class);
    }

    /** A {@link MonthDay}, or null. */
    public final @Nullable MonthDay monthDay() throws IOException {
        return text(MonthDay.class);
    }

    /** An {@link OffsetDateTime}, or null. */
    public final @Nullable OffsetDateTime offsetDateTime() throws IOException {
        return text(OffsetDateTime.class);
    }

    /** An {@link OffsetTime}, or null. */
    public final @Nullable OffsetTime offsetTime() throws IOException {
        return text(OffsetTime.class);
    }

    /** A {@link Period}, or null. */
    public final @Nullable Period period() throws IOException {
        return text(Period.class);
    }

    /** A {@link URI}, or null. */
    public final @Nullable URI uri() throws IOException {
        return text(URI.class);
    }

    /** A {@link UUID}, or null. */
    public final @Nullable UUID uuid() throws IOException {
        return text(UUID.class);
    }

    /** A {@link Year}, or null. */
    public final @Nullable Year year() throws IOException {
        return text(Year.class);
    }

    /** A {@link YearMonth}, or null. */
    public final @Nullable YearMonth yearMonth() throws IOException {
        return text(YearMonth.class);
    }

    /** A {@link ZoneId}, or null. */
    public final @Nullable ZoneId zoneId() throws IOException {
        return text(ZoneId.class);
    }

    /** A {@link ZoneOffset}, or null. */
    public final @Nullable ZoneOffset zoneOffset() throws IOException {
        return text(ZoneOffset.class);
    }

    /** A {@link ZonedDateTime}, or null. */
    public final @Nullable ZonedDateTime zonedDateTime() throws IOException {
        return text(ZonedDateTime.class);
    }

    /** A value that {@link StateWriter#text} wrote, or null. */
    final <T> @Nullable T text(Class<T> type) throws IOException {
        String text = string();
        try {
            return text == null ? null : type.cast(TextForms.parse(type.getName(), text));
        } catch (RuntimeException e) {
            throw failure("the text is no " + type.getSimpleName(), null);
        }
    }
}
