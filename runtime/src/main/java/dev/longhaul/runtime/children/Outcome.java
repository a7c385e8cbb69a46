package dev.longhaul.runtime.children;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import org.jspecify.annotations.Nullable;

/**
 * How a child has ended.
 *
 * @param name the name that its parent gave it
 * @param failure why it did not complete; null where it did
 * @param result what its {@code @OnComplete} returned, as JSON, or null
 */
public record Outcome(
        String name, @Nullable Failure failure, @Nullable String result) {

    static Outcome of(String name, ChainRecord ended) {
        Failure failure = ended.failure();
        if (ended.status() != ChainStatus.COMPLETED && failure == null) {
            failure = new Failure(ended.status().name(), "it has ended as " + ended.status());
        }
        return new Outcome(name, ended.status() == ChainStatus.COMPLETED ? null : failure, ended.result());
    }

    static Outcome failed(String name, String kind, String message) {
        return new Outcome(name, new Failure(kind, message), null);
    }
}
