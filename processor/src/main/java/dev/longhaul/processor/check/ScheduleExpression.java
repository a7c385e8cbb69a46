package dev.longhaul.processor.check;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What EventBridge takes for a schedule: {@code rate(5 minutes)} or a {@code cron} of six fields. */
final class ScheduleExpression {

    private static final Pattern RATE = Pattern.compile("rate\\((\\d+) (minute|hour|day)(s?)\\)");
    private static final Pattern CRON = Pattern.compile("cron\\((.*)\\)");

    private ScheduleExpression() {}

    /** Why EventBridge would refuse it, in the form "has ...", or nothing. */
    static Optional<String> objection(String schedule) {
        Matcher rate = RATE.matcher(schedule);
        if (rate.matches()) {
            return rate(rate.group(1), !rate.group(3).isEmpty());
        }
        Matcher cron = CRON.matcher(schedule);
        return cron.matches() ? cron(cron.group(1)) : Optional.of("is neither rate(...) nor cron(...)");
    }

    private static Optional<String> rate(String number, boolean plural) {
        if (number.matches("0+")) {
            return Optional.of("has a rate of 0");
        }
        boolean one = number.matches("0*1");
        if (one == plural) {
            return Optional.of("has " + number + " with a " + (plural ? "plural" : "singular") + " unit");
        }
        return Optional.empty();
    }

    private static Optional<String> cron(String text) {
        String[] fields = text.trim().split("\\s+", -1);
        CronField[] known = CronField.values();
        if (fields.length != known.length) {
            return Optional.of("has " + fields.length
                    + " fields, and a cron has 6: minutes, hours, day of month, month, day of week, year");
        }
        for (int i = 0; i < known.length; i++) {
            if (!known[i].takes(fields[i])) {
                return Optional.of("has \"" + fields[i] + "\" as its " + known[i].text());
            }
        }
        if (fields[2].equals("?") == fields[4].equals("?")) {
            return Optional.of("must have ? as exactly one of day of month and day of week");
        }
        return Optional.empty();
    }
}
