package dev.longhaul.local.invoke;

import java.util.UUID;

/** The {@code X-Amzn-Trace-Id} that Lambda makes for a request that has none. */
public final class TraceHeader {

    private static final int ROOT_DIGITS = 24;
    private static final int PARENT_DIGITS = 16;

    private TraceHeader() {}

    /** Root with the time, parent, and not sampled. */
    public static String create(long epochSeconds, UUID random) {
        String digits = random.toString().replace("-", "");
        return "Root=1-" + String.format("%08x", epochSeconds) + "-" + digits.substring(0, ROOT_DIGITS) + ";Parent="
                + digits.substring(digits.length() - PARENT_DIGITS) + ";Sampled=0";
    }
}
