package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.chain.Usage.Baseline;
import dev.longhaul.runtime.chain.Usage.NextStep;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;

/** What a chain has used, in its record's JSON. */
final class UsageJson {

    private UsageJson() {}

    static void write(Usage part, StateWriter out) throws IOException {
        out.beginObject();
        out.field("claims").integer(part.claims());
        out.field("billedMillis").integer(part.billedMillis());
        out.field("stalledHops").integer(part.stalledHops());
        ChainJson.number(out, "failedAttempts", part.failedAttempts());
        ChainJson.number(out, "notBefore", part.notBefore());
        ChainJson.number(out, "sweeps", part.sweeps());
        ChainJson.number(out, "waits", part.waits());
        baseline(part.since(), out.field("since"));
        out.endObject();
    }

    static Usage read(StateReader in) throws IOException {
        int claims = 0;
        long billedMillis = 0;
        int stalledHops = 0;
        int failedAttempts = 0;
        long notBefore = 0;
        int sweeps = 0;
        int waits = 0;
        Baseline since = new Baseline(0, 0, 0, 0, 0);
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "claims" -> claims = in.int32();
                case "billedMillis" -> billedMillis = in.int64();
                case "stalledHops" -> stalledHops = in.int32();
                case "failedAttempts" -> failedAttempts = in.int32();
                case "notBefore" -> notBefore = in.int64();
                case "sweeps" -> sweeps = in.int32();
                case "waits" -> waits = in.int32();
                case "since" -> since = baseline(in);
                default -> in.skip();
            }
        }
        return new Usage(
                claims, billedMillis, stalledHops, new NextStep(failedAttempts, notBefore), sweeps, waits, since);
    }

    private static void baseline(Baseline part, StateWriter out) throws IOException {
        out.beginObject();
        ChainJson.number(out, "hop", part.hop());
        ChainJson.number(out, "claims", part.claims());
        ChainJson.number(out, "billedMillis", part.billedMillis());
        ChainJson.number(out, "waits", part.waits());
        ChainJson.number(out, "at", part.at());
        out.endObject();
    }

    private static Baseline baseline(StateReader in) throws IOException {
        int hop = 0;
        int claims = 0;
        long billedMillis = 0;
        int waits = 0;
        long at = 0;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "hop" -> hop = in.int32();
                case "claims" -> claims = in.int32();
                case "billedMillis" -> billedMillis = in.int64();
                case "waits" -> waits = in.int32();
                case "at" -> at = in.int64();
                default -> in.skip();
            }
        }
        return new Baseline(hop, claims, billedMillis, waits, at);
    }
}
