package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.text.Texts;

/**
 * How far a chain is, in the job's own words.
 *
 * @param done the units done, not negative
 * @param total the units in all, not negative, or 0 where that is not known
 * @param message what the job is doing, or empty; cut at {@value Texts#LONGEST} characters
 */
public record Progress(long done, long total, String message) {

    /** Checks the range, and cuts the message. */
    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException(
                    "progress(" + done + ", " + total + ") is negative. Give numbers from 0 up.");
        }
        message = Texts.cut(message);
    }
}
