package dev.longhaul.cli.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.definition.CronDefinition;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** When EventBridge would start something, by one of its expressions, in UTC. Thread-safe. */
@FunctionalInterface
public interface Schedule {

    /** The next time after another one; empty where there is none any more. */
    Optional<Instant> next(Instant after);

    /**
     * Reads {@code rate(5 minutes)} or {@code cron(0 2 * * ? *)}.
     *
     * @throws IllegalArgumentException when it is neither; it says why
     */
    static Schedule read(String expression) {
        Matcher form = Expressions.FORM.matcher(expression.trim());
        if (!form.matches()) {
            throw new IllegalArgumentException("the schedule \"" + expression
                    + "\" is neither rate(...) nor cron(...). Write one like rate(5 minutes) or cron(0 2 * * ? *).");
        }
        String rate = form.group(1);
        return rate == null ? Expressions.cron(expression, form.group(3)) : Expressions.rate(rate, form.group(2));
    }

    /** The two forms. */
    final class Expressions {

        private static final Pattern FORM =
                Pattern.compile("(?:rate\\(([1-9][0-9]{0,5}) (minute|hour|day)s?\\))|(?:cron\\((.*)\\))");

        /** Six fields, without seconds; Sunday is the first day of a week. */
        private static final CronDefinition EVENT_BRIDGE = CronDefinitionBuilder.defineCron()
                .withMinutes()
                .withStrictRange()
                .and()
                .withHours()
                .withStrictRange()
                .and()
                .withDayOfMonth()
                .supportsL()
                .supportsW()
                .supportsLW()
                .supportsQuestionMark()
                .withStrictRange()
                .and()
                .withMonth()
                .withStrictRange()
                .and()
                .withDayOfWeek()
                .withValidRange(1, 7)
                .withMondayDoWValue(2)
                .supportsHash()
                .supportsL()
                .supportsQuestionMark()
                .withStrictRange()
                .and()
                .withYear()
                .withValidRange(1970, 2199)
                .withStrictRange()
                .and()
                .instance();

        private Expressions() {}

        private static Schedule rate(String number, String unit) {
            Duration every =
                    Duration.of(Long.parseLong(number), ChronoUnit.valueOf(unit.toUpperCase(Locale.ROOT) + 'S'));
            return after -> Optional.of(after.plus(every));
        }

        private static Schedule cron(String expression, String fields) {
            Cron cron;
            try {
                cron = new CronParser(EVENT_BRIDGE).parse(fields.trim());
            } catch (IllegalArgumentException e) {
                throw new IllegalArgumentException(
                        "the schedule \"" + expression + "\" is no cron of EventBridge's: " + e.getMessage(), e);
            }
            ExecutionTime times = ExecutionTime.forCron(cron);
            return after -> times.nextExecution(after.atZone(ZoneOffset.UTC)).map(next -> next.toInstant());
        }
    }
}
