package dev.longhaul.cli;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import picocli.CommandLine.Help.Ansi;

/** Numbers, times and money as people read them. */
final class Texts {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int DAYS_SHOWN = 2;

    private Texts() {}

    static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** {@code 1 hop}, {@code 2 hops}. */
    static String count(long value, String unit) {
        return number(value) + ' ' + unit + (value == 1 ? "" : "s");
    }

    /** Two digits behind the point, or as many as a small sum needs. */
    static String dollars(double usd) {
        if (usd >= 1) {
            return String.format(Locale.ROOT, "$%,.2f", usd);
        }
        return usd == 0 ? "$0" : String.format(Locale.ROOT, usd < 0.0001 ? "$%.7f" : "$%.4f", usd);
    }

    static String time(long millis) {
        return TIME.format(Instant.ofEpochMilli(millis));
    }

    /** The two largest units: {@code 2 h 05 min}, {@code 41 s}. */
    static String duration(long millis) {
        Duration time = Duration.ofMillis(Math.max(0, millis));
        if (time.toDays() >= DAYS_SHOWN) {
            return time.toDays() + " d " + time.toHoursPart() + " h";
        }
        if (time.toHours() > 0) {
            return time.toHours() + " h " + String.format(Locale.ROOT, "%02d min", time.toMinutesPart());
        }
        if (time.toMinutes() > 0) {
            return time.toMinutes() + " min " + String.format(Locale.ROOT, "%02d s", time.toSecondsPart());
        }
        return time.toSeconds() >= 10 || millis == 0
                ? time.toSeconds() + " s"
                : String.format(Locale.ROOT, "%.1f s", millis / 1_000.0);
    }

    /** A bar of so many places, {@code [####......]}. */
    static String bar(long done, long total, int places) {
        int full = (int) Math.min(places, places * Math.max(0, done) / Math.max(1, total));
        return '[' + "#".repeat(full) + ".".repeat(places - full) + ']';
    }

    static long percent(long done, long total) {
        return total == 0 ? 0 : Math.min(100, 100 * done / total);
    }

    /** A status with picocli's marks for its colour. */
    static String status(ChainStatus status) {
        String colour = switch (status) {
            case COMPLETED -> "green";
            case FAILED -> "red";
            case STOPPED -> "yellow";
            default -> "cyan";
        };
        return "@|bold," + colour + ' ' + status + "|@";
    }

    /** How a chain stands, with picocli's marks: a wait with its time. */
    static String standing(ChainRecord chain, long now) {
        if (chain.status() != ChainStatus.WAITING) {
            return status(chain.status());
        }
        long left = chain.leaseUntil() - now;
        return status(chain.status())
                + (left > 0 ? " for " + duration(left) : ", to be woken by the next sweep, for " + duration(-left));
    }

    /** The characters that are seen of a line with picocli's marks. */
    static int length(String marked) {
        return Ansi.OFF.string(marked).length();
    }

    /** A text from outside, in which nothing is taken for a mark. */
    static String plain(String text) {
        return text.replace("@|", "@ |").replace("|@", "| @");
    }

    /** A text from outside, cut to so many characters. */
    static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 3) + "...";
    }

    /** A URI without what may be a password. */
    static String withoutQuery(String uri) {
        int question = uri.indexOf('?');
        return question < 0 ? uri : uri.substring(0, question);
    }
}
