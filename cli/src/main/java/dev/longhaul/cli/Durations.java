package dev.longhaul.cli;

import dev.longhaul.runtime.text.Spans;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Reads times as people write them: {@code 90s}, {@code 15min}, {@code 2h}, {@code 7d}. */
final class Durations implements ITypeConverter<Duration> {

    Durations() {}

    @Override
    public Duration convert(String text) {
        try {
            return Spans.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(e.getMessage());
        }
    }
}
