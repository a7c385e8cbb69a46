package dev.longhaul.runtime.text;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads times as people write them: {@code 90s}, {@code 15min}, {@code 2h}, {@code 7d}. */
public final class Spans {

    private static final Pattern FORM = Pattern.compile("(\\d{1,9})\\s*(ms|s|min|m|h|d)");

    private Spans() {}

    /**
     * The time of a text.
     *
     * @throws IllegalArgumentException when it is none
     */
    public static Duration of(String text) {
        Matcher form = FORM.matcher(text.strip().toLowerCase(Locale.ROOT));
        if (!form.matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no time: write one like 90s, 15min, 2h or 7d");
        }
        long number = Long.parseLong(form.group(1));
        return switch (form.group(2)) {
            case "ms" -> Duration.ofMillis(number);
            case "s" -> Duration.ofSeconds(number);
            case "h" -> Duration.ofHours(number);
            case "d" -> Duration.ofDays(number);
            default -> Duration.ofMinutes(number);
        };
    }
}
