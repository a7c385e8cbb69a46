package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.state.StateException;
import dev.longhaul.runtime.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Why a chain ended without completing.
 *
 * @param kind what ended it: an exception's class, a bound's name, or {@code StopRequested}
 * @param message what happened and what to do, with the causes of an exception; cut at {@value Texts#LONGEST} characters
 */
public record Failure(String kind, String message) {

    private static final int MOST_CAUSES = 5;

    /** Cuts both texts. */
    public Failure {
        kind = Texts.cut(kind);
        message = Texts.cut(message);
    }

    /**
     * What an exception tells, with its causes. It never throws, whatever the exception is.
     *
     * <p>The causes of a {@link StateException} are left out: it says where the fault is and of what kind, and they may
     * quote the value.
     */
    public static Failure of(Throwable thrown) {
        StringBuilder told = new StringBuilder(message(thrown));
        Throwable each = thrown;
        for (int i = 0; i < MOST_CAUSES && !(each instanceof StateException); i++) {
            Throwable cause = cause(each);
            if (cause == null) {
                break;
            }
            String message = message(cause);
            if (message.isEmpty() || told.indexOf(message) < 0) {
                told.append(told.isEmpty() ? "" : "; ").append("caused by ");
                told.append(cause.getClass().getName());
                told.append(message.isEmpty() ? "" : ": ").append(message);
            }
            each = cause;
        }
        return new Failure(thrown.getClass().getName(), told.toString());
    }

    private static String message(Throwable thrown) {
        try {
            String message = thrown.getMessage();
            return message == null ? "" : Texts.cut(message);
        } catch (RuntimeException | Error e) {
            return "(its getMessage() threw " + e.getClass().getName() + ")";
        }
    }

    private static @Nullable Throwable cause(Throwable thrown) {
        try {
            Throwable cause = thrown.getCause();
            return cause == thrown ? null : cause;
        } catch (RuntimeException | Error e) {
            return null;
        }
    }
}
