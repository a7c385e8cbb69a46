package dev.longhaul.runtime.state;

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

/** The JDK's types that are written as text, and how they are read back. */
final class TextForms {

    private static final int FOUR_DIGITS = 9_999;

    private TextForms() {}

    /** The text that stands for a value: what its {@code toString()} gives, but for what its parser would refuse. */
    static String text(Object value) {
        if (value instanceof YearMonth month && month.getYear() > FOUR_DIGITS) {
            return "+" + month;
        }
        if (value instanceof BigDecimal number && number.scale() < 0) {
            return number.unscaledValue() + "E" + -(long) number.scale();
        }
        return value.toString();
    }

    /**
     * The value that a text stands for. The type is asked for by its name, so that no other class is loaded than its own.
     *
     * @throws RuntimeException when the text stands for no value of that type
     */
    static Object parse(String type, String text) {
        return switch (type) {
            case "java.lang.String" -> text;
            case "java.lang.Boolean" -> truth(text);
            case "java.lang.Byte" -> Byte.valueOf(text);
            case "java.lang.Short" -> Short.valueOf(text);
            case "java.lang.Integer" -> Integer.valueOf(text);
            case "java.lang.Long" -> Long.valueOf(text);
            case "java.lang.Float" -> Float.valueOf(text);
            case "java.lang.Double" -> Double.valueOf(text);
            case "java.lang.Character" -> character(text);
            case "java.math.BigDecimal" -> decimal(text);
            case "java.math.BigInteger" -> new BigInteger(text);
            case "java.net.URI" -> URI.create(text);
            case "java.time.Duration" -> Duration.parse(text);
            case "java.time.Instant" -> Instant.parse(text);
            case "java.time.LocalDate" -> LocalDate.parse(text);
            case "java.time.LocalDateTime" -> LocalDateTime.parse(text);
            case "java.time.LocalTime" -> LocalTime.parse(text);
            case "java.time.MonthDay" -> MonthDay.parse(text);
            case "java.time.OffsetDateTime" -> OffsetDateTime.parse(text);
            case "java.time.OffsetTime" -> OffsetTime.parse(text);
            case "java.time.Period" -> Period.parse(text);
            case "java.time.Year" -> Year.of(Integer.parseInt(text));
            case "java.time.YearMonth" -> yearMonth(text);
            case "java.time.ZoneId" -> ZoneId.of(text);
            case "java.time.ZoneOffset" -> ZoneOffset.of(text);
            case "java.time.ZonedDateTime" -> ZonedDateTime.parse(text);
            case "java.util.UUID" -> UUID.fromString(text);
            default -> throw new IllegalArgumentException(type + " has no text form that is known here");
        };
    }

    /** An exponent may be one more than its own parser takes: the least scale is beyond the greatest int. */
    private static BigDecimal decimal(String text) {
        int exponent = text.indexOf('E');
        if (exponent < 0 || text.indexOf('.') >= 0) {
            return new BigDecimal(text);
        }
        int scale = Math.toIntExact(-Long.parseLong(text.substring(exponent + 1)));
        return new BigDecimal(new BigInteger(text.substring(0, exponent)), scale);
    }

    private static boolean truth(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("true or false was expected");
        }
        return text.equals("true");
    }

    /** Also without the sign that a year of more digits must have: {@code YearMonth.toString()} leaves it out. */
    private static YearMonth yearMonth(String text) {
        boolean manyDigits = text.indexOf('-') > 4 && text.charAt(0) != '+';
        return YearMonth.parse(manyDigits ? "+" + text : text);
    }

    private static char character(String text) {
        if (text.length() != 1) {
            throw new IllegalArgumentException("a text of one character was expected");
        }
        return text.charAt(0);
    }
}
