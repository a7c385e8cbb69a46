package dev.longhaul.testing;

import java.util.Map;

/** Finds the code that keeps a run from going on. */
final class Stuck {

    private static final String THREADS = "longhaul-simulation";
    private static final int FRAMES = 8;

    private Stuck() {}

    /** The innermost frames of the threads of a simulation that are not waiting for their turn. */
    static String where() {
        StringBuilder where = new StringBuilder();
        for (Map.Entry<Thread, StackTraceElement[]> each :
                Thread.getAllStackTraces().entrySet()) {
            StackTraceElement[] stack = each.getValue();
            if (each.getKey().getName().equals(THREADS) && !isWaiting(stack)) {
                where.append("\nIt is at:");
                for (int frame = 0; frame < Math.min(FRAMES, stack.length); frame++) {
                    where.append("\n    ").append(stack[frame]);
                }
            }
        }
        return where.toString();
    }

    /** Whether a thread waits in the scheduler or in its pool, and not in the job. */
    private static boolean isWaiting(StackTraceElement[] stack) {
        for (StackTraceElement frame : stack) {
            if (frame.getClassName().startsWith("dev.longhaul.testing.sim.Scheduler")) {
                return true;
            }
            if (!frame.getClassName().startsWith("java.")
                    && !frame.getClassName().startsWith("jdk.")) {
                return false;
            }
        }
        return true;
    }
}
