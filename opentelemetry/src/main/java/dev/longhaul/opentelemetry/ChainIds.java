package dev.longhaul.opentelemetry;

import io.opentelemetry.api.trace.SpanId;
import io.opentelemetry.api.trace.TraceId;
import io.opentelemetry.sdk.trace.IdGenerator;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.Supplier;

/**
 * Gives the span of a chain the ids that follow from the chain's name, so that all its hops, each in a process that
 * knows nothing of the others, are parts of one trace. All other spans get random ids. Thread-safe.
 */
final class ChainIds implements IdGenerator {

    private static final ChainIds INSTANCE = new ChainIds();

    /** What the thread's next span is to have. */
    private static final ThreadLocal<Ids> GIVEN = new ThreadLocal<>();

    private final IdGenerator random = IdGenerator.random();

    /**
     * The ids of a chain's span.
     *
     * @param trace its trace
     * @param span the span in it
     */
    record Ids(String trace, String span) {

        /** Those of a chain: the first 24 bytes of a digest of its name. */
        static Ids of(String job, String chainId) {
            try {
                ByteBuffer digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256")
                        .digest((job + '\n' + chainId).getBytes(StandardCharsets.UTF_8)));
                return new Ids(
                        TraceId.fromLongs(digest.getLong(), digest.getLong()), SpanId.fromLong(digest.getLong()));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException("each JDK has SHA-256", e);
            }
        }
    }

    private ChainIds() {}

    /** The generator. */
    static ChainIds get() {
        return INSTANCE;
    }

    /** What an action of this thread returns, to whose spans these ids are given. */
    <T> T giving(Ids ids, Supplier<T> action) {
        GIVEN.set(ids);
        try {
            return action.get();
        } finally {
            GIVEN.remove();
        }
    }

    @Override
    public String generateTraceId() {
        Ids ids = GIVEN.get();
        return ids == null ? random.generateTraceId() : ids.trace();
    }

    @Override
    public String generateSpanId() {
        Ids ids = GIVEN.get();
        return ids == null ? random.generateSpanId() : ids.span();
    }
}
