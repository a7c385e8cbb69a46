package dev.longhaul.testing.sim;

/** Says what goes wrong in a world. One thread at a time. */
public interface FaultPlan {

    /** Nothing goes wrong. */
    FaultPlan NONE = point -> Fault.NONE;

    /** What goes wrong at a point; asked once for each, in the order in which they are reached. */
    Fault at(Point point);

    /** How late an event is delivered, in milliseconds. */
    default long deliveryDelay() {
        return 20;
    }

    /** After how many milliseconds the same event is delivered once more without an error, or a negative number. */
    default long duplicateAfter() {
        return -1;
    }

    /** How late Lambda delivers an event again whose invocation failed, in milliseconds. */
    default long redeliveryDelay(int attempt) {
        return attempt * 60_000L;
    }

    /** By how much the clock of an invocation is ahead of true time, in milliseconds. */
    default long clockSkew() {
        return 0;
    }
}
