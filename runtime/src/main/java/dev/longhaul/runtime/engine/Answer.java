package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * What a hop answers.
 *
 * @param chainId the chain
 * @param hop the hop
 * @param status what became of it
 * @param steps the chain's committed steps
 */
public record Answer(String chainId, int hop, String status, long steps) {

    static Answer of(ChainRecord chain, int hop) {
        return new Answer(chain.chainId(), hop, chain.status().name(), chain.steps());
    }

    static Answer fenced(ChainRecord chain) {
        return new Answer(chain.chainId(), chain.hop(), "FENCED", chain.steps());
    }

    static Answer dropped(String chainId, int hop) {
        return new Answer(chainId, hop, "DROPPED", 0);
    }

    static Answer skipped(String chainId) {
        return new Answer(chainId, 0, "SKIPPED", 0);
    }

    /** As JSON: {@code {"chain":"...","hop":0,"status":"HANDED_OFF","steps":1234}}. */
    public String json() {
        try {
            StateWriter out = new StateWriter();
            out.beginObject();
            out.field("chain").string(chainId);
            out.field("hop").integer(hop);
            out.field("status").string(status);
            out.field("steps").integer(steps);
            out.endObject();
            return out.finish();
        } catch (IOException e) {
            throw new UncheckedIOException("an answer can't be written", e);
        }
    }
}
