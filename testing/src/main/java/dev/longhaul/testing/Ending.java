package dev.longhaul.testing;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a chain ends.
 *
 * @param status a terminal one
 * @param kind what ended it where it did not complete: an exception's class, {@code StopRequested} or a bound
 */
record Ending(ChainStatus status, @Nullable String kind) {

    static final Ending COMPLETED = new Ending(ChainStatus.COMPLETED, null);

    static Ending failed(Class<? extends Throwable> exception) {
        return new Ending(ChainStatus.FAILED, exception.getName());
    }

    static Ending stopped(String kind) {
        return new Ending(ChainStatus.STOPPED, kind);
    }

    static Ending of(ChainRecord chain) {
        Failure failure = chain.failure();
        return new Ending(chain.status(), failure == null ? null : failure.kind());
    }

    @Override
    public String toString() {
        return kind == null ? status.name() : status + " by " + kind;
    }
}
