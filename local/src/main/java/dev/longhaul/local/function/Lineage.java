package dev.longhaul.local.function;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How often a chain of invocations has passed a function: the {@code Lineage} of the trace header, which the function's SDK sends
 * with what it invokes.
 */
public final class Lineage {

    /** How often a chain may pass a function to which loops are not allowed. */
    public static final int MOST_PASSES = 16;

    private static final Pattern LINEAGE = Pattern.compile("(^|;)Lineage=[^;]*");

    private Lineage() {}

    /** The trace header of an invocation of a function, by that of its caller. */
    public static String pass(String traceHeader, String function) {
        Matcher entry = entry(function).matcher(traceHeader);
        if (entry.find()) {
            return entry.replaceFirst("$1" + (Long.parseLong(entry.group(2)) + 1));
        }
        String first = "1:" + hash(function) + ":0";
        Matcher lineage = LINEAGE.matcher(traceHeader);
        return lineage.find()
                ? lineage.replaceFirst(Matcher.quoteReplacement(lineage.group() + "|" + first))
                : traceHeader + ";Lineage=" + first;
    }

    /** Whether this is one pass too many, for a function to which loops are not allowed. */
    public static boolean isLoop(String traceHeader, String function) {
        Matcher entry = entry(function).matcher(traceHeader);
        return entry.find() && Long.parseLong(entry.group(2)) >= MOST_PASSES;
    }

    private static Pattern entry(String function) {
        return Pattern.compile("((?<=[=|])1:" + hash(function) + ":)([0-9]{1,9})(?![0-9])");
    }

    private static String hash(String function) {
        return String.format("%08x", function.hashCode());
    }
}
