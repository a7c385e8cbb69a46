package dev.longhaul.runtime.log;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.HopEntry;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes one line of JSON for each thing that happens to a chain: {@code {"longhaul":"claimed","job":...,"chain":...,
 * "hop":...}}. No line holds state, input or results. Thread-safe when the sink is.
 */
public final class HopLog {

    private final @Nullable Consumer<String> sink;
    private final @Nullable String namespace;

    /** A log whose lines go to the sink, without a line end. */
    public HopLog(Consumer<String> sink) {
        this(sink, null);
    }

    private HopLog(@Nullable Consumer<String> sink, @Nullable String namespace) {
        this.sink = sink;
        this.namespace = namespace;
    }

    /** A log that writes nothing. */
    public static HopLog silent() {
        return new HopLog(null, null);
    }

    /** This log, of whose lines of hops CloudWatch makes metrics in a namespace. */
    public HopLog withMetricsIn(String name) {
        return new HopLog(sink, name);
    }

    /** An invocation has the chain now. */
    public void claimed(ChainRecord chain, boolean takeover) {
        line(LogEvent.CLAIMED, chain, out -> {
            out.field("epoch").integer(chain.epoch());
            out.field("request").string(chain.owner());
            out.field("steps").integer(chain.steps());
            out.field("takeover").bool(takeover);
        });
    }

    /**
     * The state that the hop goes on from was stored by another version of the job.
     *
     * @param stored the fingerprint of the state's form in the version that stored it
     * @param present that of this version
     * @param dropped the paths of the stored fields that this version has no field for
     */
    public void otherVersion(ChainRecord chain, String stored, String present, List<String> dropped) {
        line(LogEvent.OTHER_VERSION, chain, out -> {
            out.field("stored").string(stored);
            out.field("present").string(present);
            out.field("dropped").values(dropped);
        });
    }

    /** State was committed. */
    public void checkpoint(ChainRecord chain, long millis) {
        line(LogEvent.CHECKPOINT, chain, out -> {
            out.field("steps").integer(chain.steps());
            out.field("millis").integer(millis);
        });
    }

    /**
     * The chain was left to its next hop.
     *
     * @param lateMillis how long the last step went on after the hop was to end
     */
    public void handedOff(ChainRecord chain, long remainingMillis, long lateMillis) {
        line(LogEvent.HANDED_OFF, chain, out -> {
            out.field("steps").integer(chain.steps());
            out.field("remainingMillis").integer(remainingMillis);
            out.field("lateMillis").integer(lateMillis);
        });
    }

    /** A step has returned so late that one a little longer would be cut off. */
    public void nearMiss(ChainRecord chain, long lateMillis, long safeMillis) {
        line(LogEvent.NEAR_MISS, chain, out -> {
            out.field("lateMillis").integer(lateMillis);
            out.field("safeMillis").integer(safeMillis);
            out.field("message")
                    .string("the step went on for " + lateMillis + " ms after the hop was to end, and what goes on for "
                            + safeMillis
                            + " ms is cut off and done again. Raise safeMillis, or return from the step when"
                            + " JobContext.shouldYield() says so.");
        });
    }

    /** A hop has ended: what it came to. */
    public void hop(ChainRecord left, HopFigures figures) {
        HopEntry hop = left.lastHop();
        line(LogEvent.HOP, left.job(), left.chainId(), hop == null ? left.hop() : hop.hop(), out -> {
            for (HopFigures.Figure figure : figures.all()) {
                number(out.field(figure.name()), figure.value());
            }
            if (namespace != null) {
                EmbeddedMetrics.write(out.field("_aws"), namespace, left.updatedAt(), figures.all());
            }
        });
    }

    private static void number(StateWriter out, double value) throws IOException {
        if (value == Math.rint(value)) {
            out.integer((long) value);
        } else {
            out.float64(value);
        }
    }

    /** So many signals were given to the job, and what they changed is committed. */
    public void delivered(ChainRecord chain, int signals) {
        line(LogEvent.DELIVERED, chain, out -> out.field("signals").integer(signals));
    }

    /** The chain was left to wait, without an invocation. */
    public void waiting(ChainRecord chain) {
        line(LogEvent.WAITING, chain, out -> {
            out.field("steps").integer(chain.steps());
            out.field("millis").integer(chain.leaseUntil() - chain.updatedAt());
        });
    }

    /** The chain has ended: {@code completed}, {@code failed} or {@code stopped}. */
    public void ended(ChainRecord chain) {
        LogEvent event = switch (chain.status()) {
            case COMPLETED -> LogEvent.COMPLETED;
            case FAILED -> LogEvent.FAILED;
            default -> LogEvent.STOPPED;
        };
        line(event, chain, out -> {
            out.field("steps").integer(chain.steps());
            out.field("billedMillis").integer(chain.billedMillis());
            Failure failure = chain.failure();
            if (failure != null) {
                out.field("kind").string(failure.kind());
                out.field("message").string(failure.message());
            }
        });
    }

    /** An event lost its claim. */
    public void droppedDuplicate(String job, String chainId, int hop, Claim.Reason reason) {
        line(
                LogEvent.DROPPED_DUPLICATE,
                job,
                chainId,
                hop,
                out -> out.field("reason").string(reason.name()));
    }

    /** A start came while another chain of the job was alive. */
    public void skipped(String job, String chainId) {
        line(LogEvent.SKIPPED, job, chainId, 0, out -> {});
    }

    /**
     * A chain whose wait is over was sent its hop.
     *
     * @param lateMillis how long after the end of the wait
     */
    public void woken(ChainRecord chain, long lateMillis) {
        line(LogEvent.WOKEN, chain, out -> out.field("lateMillis").integer(lateMillis));
    }

    /** A hop that was lost was sent again. */
    public void swept(ChainRecord chain) {
        line(LogEvent.SWEPT, chain, out -> out.field("sweeps").integer(chain.sweeps()));
    }

    /** This invocation has lost the chain, and writes nothing any more. */
    public void fenced(ChainRecord chain) {
        line(LogEvent.FENCED, chain, out -> out.field("epoch").integer(chain.epoch()));
    }

    /** A method of the job threw. */
    public void attemptFailed(ChainRecord chain, int attempt, int attempts, Throwable failure) {
        line(LogEvent.ATTEMPT_FAILED, chain, out -> {
            out.field("attempt").integer(attempt);
            out.field("of").integer(attempts);
            failure(out, failure);
        });
    }

    /** A step is still running in the last moment for a handoff. */
    public void overran(ChainRecord chain, StackTraceElement[] step) {
        line(LogEvent.OVERRAN, chain, out -> {
            frames(out.field("stack"), step, 64);
        });
    }

    /** Something did not work and is tried again, or does not matter to the chain. */
    public void trouble(ChainRecord chain, Activity activity, Throwable failure) {
        line(LogEvent.TROUBLE, chain, out -> {
            out.field("what").string(activity.text());
            failure(out, failure);
        });
    }

    /** Others were not told of the chain's end, however often that was tried, and will not be any more. */
    public void endNotTold(ChainRecord chain, int tries, Throwable failure) {
        line(LogEvent.END_NOT_TOLD, chain, out -> {
            out.field("tries").integer(tries);
            failure(out, failure);
        });
    }

    /** Something that whoever runs the function should know. */
    public void notice(String message) {
        line(LogEvent.NOTICE, out -> out.field("message").string(message));
    }

    /** A sweep has met a record that it can't read. */
    public void unreadable(RuntimeException failure) {
        line(LogEvent.UNREADABLE, out -> failure(out, failure));
    }

    private static void failure(StateWriter out, Throwable failure) throws IOException {
        Failure told = Failure.of(failure);
        out.field("kind").string(told.kind());
        out.field("message").string(told.message());
        frames(out.field("at"), failure.getStackTrace(), 8);
    }

    private static void frames(StateWriter out, StackTraceElement[] stack, int most) throws IOException {
        out.beginArray();
        for (int i = 0; i < Math.min(stack.length, most); i++) {
            out.text(stack[i]);
        }
        out.endArray();
    }

    private void line(LogEvent event, ChainRecord chain, Fields fields) {
        line(event, chain.job(), chain.chainId(), chain.hop(), fields);
    }

    private void line(LogEvent event, String job, String chainId, int hop, Fields fields) {
        line(event, out -> {
            out.field("job").string(job);
            out.field("chain").string(chainId);
            out.field("hop").integer(hop);
            fields.write(out);
        });
    }

    private void line(LogEvent event, Fields fields) {
        if (sink == null) {
            return;
        }
        try {
            StateWriter out = StateWriter.ascii();
            out.beginObject();
            out.field("longhaul").string(event.text());
            fields.write(out);
            out.endObject();
            sink.accept(out.finish());
        } catch (IOException e) {
            throw new UncheckedIOException("a log line can't be written", e);
        }
    }

    private interface Fields {
        void write(StateWriter out) throws IOException;
    }
}
