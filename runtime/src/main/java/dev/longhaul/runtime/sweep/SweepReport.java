package dev.longhaul.runtime.sweep;

import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a sweep did with the chains that it found overdue.
 *
 * @param sent their hop was sent again
 * @param woken their wait is over, and their hop was sent
 * @param told others were told of their end
 * @param claimedMeanwhile somebody else had them before they could be taken
 * @param notSent what they need could not be reached: a later sweep tries again
 * @param givenUp nobody claimed them however often they were sent: they were stopped
 * @param unreadable their record is corrupt; the log says which
 */
public record SweepReport(
        int sent, int woken, int told, int claimedMeanwhile, int notSent, int givenUp, int unreadable) {

    static final SweepReport NOTHING = new SweepReport(0, 0, 0, 0, 0, 0, 0);
    static final SweepReport ONE_SENT = new SweepReport(1, 0, 0, 0, 0, 0, 0);
    static final SweepReport ONE_WOKEN = new SweepReport(0, 1, 0, 0, 0, 0, 0);
    static final SweepReport ONE_TOLD = new SweepReport(0, 0, 1, 0, 0, 0, 0);
    static final SweepReport ONE_CLAIMED_MEANWHILE = new SweepReport(0, 0, 0, 1, 0, 0, 0);
    static final SweepReport ONE_NOT_SENT = new SweepReport(0, 0, 0, 0, 1, 0, 0);
    static final SweepReport ONE_GIVEN_UP = new SweepReport(0, 0, 0, 0, 0, 1, 0);

    SweepReport plus(SweepReport other) {
        return new SweepReport(
                sent + other.sent,
                woken + other.woken,
                told + other.told,
                claimedMeanwhile + other.claimedMeanwhile,
                notSent + other.notSent,
                givenUp + other.givenUp,
                unreadable + other.unreadable);
    }

    /** This report, of a sweep that met so many records that it could not read. */
    SweepReport withUnreadable(int records) {
        return new SweepReport(sent, woken, told, claimedMeanwhile, notSent, givenUp, records);
    }

    /** As JSON. */
    public String json() {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            out.field("sent").integer(sent);
            out.field("woken").integer(woken);
            out.field("told").integer(told);
            out.field("claimedMeanwhile").integer(claimedMeanwhile);
            out.field("notSent").integer(notSent);
            out.field("givenUp").integer(givenUp);
            out.field("unreadable").integer(unreadable);
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("a report can't be written", e);
        }
    }
}
