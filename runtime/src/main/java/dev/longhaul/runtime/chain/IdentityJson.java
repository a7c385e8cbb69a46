package dev.longhaul.runtime.chain;

import static dev.longhaul.runtime.chain.ChainJson.text;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;

/** What a chain is, in its record's JSON. */
final class IdentityJson {

    private IdentityJson() {}

    static void write(Identity part, StateWriter out) throws IOException {
        out.beginObject();
        out.field("job").string(part.job());
        out.field("chainId").string(part.chainId());
        text(out, "tenantId", part.tenantId());
        out.field("startedAt").integer(part.startedAt());
        out.field("startedBy").string(part.startedBy());
        ParentChain parent = part.parent();
        if (parent != null) {
            out.field("parent").beginObject();
            out.field("job").string(parent.job());
            out.field("chainId").string(parent.chainId());
            out.field("generation").integer(parent.generation());
            out.endObject();
        }
        out.endObject();
    }

    static Identity read(StateReader in) throws IOException {
        String job = "";
        String chainId = "";
        String tenantId = null;
        long startedAt = 0;
        String startedBy = "";
        ParentChain parent = null;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "job" -> job = text(in);
                case "chainId" -> chainId = text(in);
                case "tenantId" -> tenantId = text(in);
                case "startedAt" -> startedAt = in.int64();
                case "startedBy" -> startedBy = text(in);
                case "parent" -> parent = parent(in);
                default -> in.skip();
            }
        }
        if (job.isEmpty() || chainId.isEmpty()) {
            throw in.failure("job or chainId is missing", null);
        }
        return new Identity(job, chainId, tenantId, startedAt, startedBy, parent);
    }

    private static ParentChain parent(StateReader in) throws IOException {
        String job = "";
        String chainId = "";
        int generation = 1;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "job" -> job = text(in);
                case "chainId" -> chainId = text(in);
                case "generation" -> generation = in.int32();
                default -> in.skip();
            }
        }
        return new ParentChain(job, chainId, generation);
    }
}
