package dev.longhaul.runtime.log;

/** What was going on when trouble came. */
public enum Activity {
    /** The job's {@code @OnFailure} was called. */
    CALLING_ON_FAILURE("calling @OnFailure"),
    /** The job's object was closed. */
    CLOSING_JOB("closing the job"),
    /** The watchdog handed the chain off while its step was running. */
    HANDING_OFF_WITHOUT_STEP("handing off from an overrunning step"),
    /** The chain's parent was told of its end. */
    TELLING_PARENT("telling the parent"),
    /** Others were told of the chain's end. */
    TELLING_END("telling the end"),
    /** The chain's children were stopped. */
    STOPPING_CHILDREN("stopping the children"),
    /** A hop was traced. */
    TRACING("tracing the hop"),
    /** A sweep looked at a chain. */
    SWEEPING("sweeping the chain"),
    /** A sweep sent a hop again. */
    SENDING_SWEPT_HOP("sending a swept hop"),
    /** A process of one's own ran a hop. */
    RUNNING_IN_PROCESS("running a hop in a process"),
    /** The timer of a wait was set. */
    SETTING_TIMER("setting the timer of a wait");

    private final String text;

    Activity(String text) {
        this.text = text;
    }

    /** As it stands in the line. */
    String text() {
        return text;
    }
}
