package dev.longhaul.runtime.log;

/** What a line of the log is about. */
enum LogEvent {
    ATTEMPT_FAILED("attempt failed"),
    CHECKPOINT("checkpoint"),
    CLAIMED("claimed"),
    COMPLETED("completed"),
    DELIVERED("delivered"),
    DROPPED_DUPLICATE("dropped duplicate"),
    END_NOT_TOLD("end not told"),
    FAILED("failed"),
    FENCED("fenced"),
    HANDED_OFF("handed off"),
    HOP("hop"),
    NEAR_MISS("near miss"),
    NOTICE("notice"),
    OTHER_VERSION("state of another version"),
    OVERRAN("overran"),
    SKIPPED("skipped"),
    STOPPED("stopped"),
    SWEPT("swept"),
    TROUBLE("trouble"),
    UNREADABLE("unreadable"),
    WAITING("waiting"),
    WOKEN("woken");

    private final String text;

    LogEvent(String text) {
        this.text = text;
    }

    /** As it stands in the line. */
    String text() {
        return text;
    }
}
