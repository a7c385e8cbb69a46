package dev.longhaul.processor.check;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The fields of a cron expression, in their order, and what EventBridge takes as each. */
enum CronField {
    MINUTES(0, 59, List.of()),
    HOURS(0, 23, List.of()),
    DAY_OF_MONTH(1, 31, List.of()),
    MONTH(1, 12, List.of("JAN", "FEB", "MAR", "APR", "MAY", "JUN", "JUL", "AUG", "SEP", "OCT", "NOV", "DEC")),
    DAY_OF_WEEK(1, 7, List.of("SUN", "MON", "TUE", "WED", "THU", "FRI", "SAT")),
    YEAR(1970, 2199, List.of());

    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

    private final int least;
    private final int most;

    @SuppressWarnings("ImmutableEnumChecker") // It is one of List.of.
    private final List<String> names;

    CronField(int least, int most, List<String> names) {
        this.least = least;
        this.most = most;
        this.names = names;
    }

    /** Whether a text can stand in this field. */
    boolean takes(String text) {
        if (text.equals("?")) {
            return this == DAY_OF_MONTH || this == DAY_OF_WEEK;
        }
        if (this == DAY_OF_WEEK && text.contains("#")) {
            return isNth(text);
        }
        for (String item : text.split(",", -1)) {
            if (!takesItem(item)) {
                return false;
            }
        }
        return true;
    }

    private boolean takesItem(String item) {
        if (isLast(item)) {
            return true;
        }
        int slash = item.indexOf('/');
        String start = slash < 0 ? item : item.substring(0, slash);
        // Steps without a start begin where the field does.
        boolean begins = start.equals("*") || isRange(start) || (slash == 0);
        return begins && (slash < 0 || isBetween(1, item.substring(slash + 1), most));
    }

    private boolean isRange(String text) {
        int dash = text.indexOf('-');
        return dash < 0 ? isOne(text) : isOne(text.substring(0, dash)) && isOne(text.substring(dash + 1));
    }

    private boolean isOne(String text) {
        return names.contains(text) || isBetween(least, text, most);
    }

    /** The last day of the month, or so many before it, or the working day near a day; the last of a day of the week. */
    private boolean isLast(String item) {
        if (this == DAY_OF_WEEK) {
            return item.equals("L") || (item.endsWith("L") && isOne(item.substring(0, item.length() - 1)));
        }
        return this == DAY_OF_MONTH
                && (item.equals("L")
                        || item.equals("LW")
                        || (item.startsWith("L-") && isBetween(1, item.substring(2), most - 1))
                        || (item.endsWith("W") && isOne(item.substring(0, item.length() - 1))));
    }

    /** Such a day of the week as {@code FRI#2}, the second Friday of the month. */
    private boolean isNth(String text) {
        int hash = text.indexOf('#');
        return isOne(text.substring(0, hash)) && isBetween(1, text.substring(hash + 1), 5);
    }

    private static boolean isBetween(int least, String text, int most) {
        if (!NUMBER.matcher(text).matches()) {
            return false;
        }
        int number = Integer.parseInt(text);
        return number >= least && number <= most;
    }

    /** As a message has it: {@code day of month (1 to 31)}. */
    String text() {
        String named = names.isEmpty() ? "" : " or " + names.get(0) + " to " + names.get(names.size() - 1);
        return name().toLowerCase(Locale.ROOT).replace('_', ' ') + " (" + least + " to " + most + named + ")";
    }
}
