package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * What a hop answers.
 *
 * @param chainId the chain
 * @param hop the hop
 * @param status what became of it
 * @param steps the chain's committed steps
 * @param advice what to do, where the event did not do what its sender may have wanted; else null
 */
public record HopAnswer(
        String chainId,
        int hop,
        Status status,
        long steps,
        @Nullable String advice) implements Answer {

    /** An answer without advice. */
    public HopAnswer(String chainId, int hop, Status status, long steps) {
        this(chainId, hop, status, steps, null);
    }

    /** What became of an event. */
    public enum Status {
        /** The chain waits for its next hop. */
        HANDED_OFF,
        /** Nothing runs until the chain's wait is over. */
        WAITING,
        /** The chain's work is done. */
        COMPLETED,
        /** The chain ended by a failure. */
        FAILED,
        /** The chain was stopped, on request or by a bound. */
        STOPPED,
        /** The event was a duplicate. */
        DROPPED,
        /** The event was a start while another chain of the job was alive. */
        SKIPPED,
        /** Another invocation has taken the chain over. */
        FENCED;

        private static Status of(ChainStatus left) {
            return switch (left) {
                case COMPLETED -> COMPLETED;
                case FAILED -> FAILED;
                case STOPPED -> STOPPED;
                case WAITING -> WAITING;
                // A hop that was abandoned answers while the next one may run already.
                case RUNNING, HANDED_OFF -> HANDED_OFF;
            };
        }
    }

    /** The answer of a hop that left a chain so. */
    public static HopAnswer of(ChainRecord chain, int hop) {
        return new HopAnswer(chain.chainId(), hop, Status.of(chain.status()), chain.steps());
    }

    static HopAnswer fenced(ChainRecord chain) {
        return new HopAnswer(chain.chainId(), chain.hop(), Status.FENCED, chain.steps());
    }

    static HopAnswer dropped(String chainId, int hop) {
        return new HopAnswer(chainId, hop, Status.DROPPED, 0);
    }

    /** A start by the name of a chain that there is. */
    static HopAnswer dropped(ChainRecord chain) {
        String advice = "the chain " + chain.chainId() + " is " + chain.status()
                + ", and a second start by its name changes nothing. ";
        advice += switch (chain.status()) {
            case RUNNING, HANDED_OFF, WAITING -> "It goes on by itself.";
            case COMPLETED -> "Start another chain by another name.";
            case FAILED, STOPPED -> "Resume starts it again: " + Envelope.resume(chain.chainId());
        };
        return new HopAnswer(chain.chainId(), 0, Status.DROPPED, chain.steps(), advice);
    }

    static HopAnswer skipped(String chainId) {
        return new HopAnswer(chainId, 0, Status.SKIPPED, 0);
    }

    /** As JSON: {@code {"chain":"...","hop":0,"status":"HANDED_OFF","steps":1234}}. */
    @Override
    public String json() {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            out.field("chain").string(chainId);
            out.field("hop").integer(hop);
            out.field("status").text(status);
            out.field("steps").integer(steps);
            if (advice != null) {
                out.field("advice").string(advice);
            }
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer can't be written", e);
        }
    }
}
