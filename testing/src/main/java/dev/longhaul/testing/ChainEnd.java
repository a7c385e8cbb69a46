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
record ChainEnd(ChainStatus status, @Nullable String kind) {

    static final ChainEnd COMPLETED = new ChainEnd(ChainStatus.COMPLETED, null);

    static ChainEnd failed(Class<? extends Throwable> exception) {
        return new ChainEnd(ChainStatus.FAILED, exception.getName());
    }

    static ChainEnd stopped(String kind) {
        return new ChainEnd(ChainStatus.STOPPED, kind);
    }

    static ChainEnd of(ChainRecord chain) {
        Failure failure = chain.failure();
        return new ChainEnd(chain.status(), failure == null ? null : failure.kind());
    }

    @Override
    public String toString() {
        return kind == null ? status.name() : status + " by " + kind;
    }
}
