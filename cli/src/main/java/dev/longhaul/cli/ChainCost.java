package dev.longhaul.cli;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.job.JobOptions.Price;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chain has cost up to its last commit.
 *
 * @param chain the chain
 * @param price of its function
 * @param done the units that are done, or 0
 * @param left the units to go, or 0 where that is not known or the chain has ended
 */
record ChainCost(ChainRecord chain, Price price, long done, long left) {

    private static final int MILLION = 1_000_000;

    static ChainCost of(ChainRecord chain, Price price) {
        Progress progress = chain.progress();
        if (progress == null) {
            return new ChainCost(chain, price, 0, 0);
        }
        long left = chain.status().terminal() ? 0 : Math.max(0, progress.total() - progress.done());
        return new ChainCost(chain, price, progress.done(), left);
    }

    private double usd() {
        return price.usd(chain.billedMillis(), chain.usage().claims());
    }

    private double usdPerUnit() {
        return usd() / done;
    }

    /** For people, with picocli's marks. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("@|bold " + Texts.dollars(usd()) + "|@ for " + Texts.duration(chain.billedMillis()) + " of "
                + Texts.number(price.memoryMegabytes()) + " MB in "
                + Texts.count(chain.usage().claims(), "request") + ", at "
                + Texts.dollars(price.usdPerGigabyteSecond() * MILLION) + " a million gigabyte-seconds; "
                + Texts.status(chain.status()));
        if (done > 0) {
            String toGo =
                    left == 0 ? "" : ", and " + Texts.dollars(usdPerUnit() * left) + " to go for " + Texts.number(left);
            lines.add(Texts.dollars(usdPerUnit() * MILLION) + " a million units; " + Texts.number(done) + " are done"
                    + toGo);
        }
        return lines;
    }

    /** For programs. */
    void write(StateWriter out) throws IOException {
        out.beginObject();
        out.field("chain").string(chain.chainId());
        out.field("job").string(chain.job());
        out.field("status").text(chain.status());
        out.field("costUsd").float64(usd());
        out.field("billedMillis").integer(chain.billedMillis());
        out.field("requests").integer(chain.usage().claims());
        out.field("memoryMegabytes").integer(price.memoryMegabytes());
        out.field("usdPerGigabyteSecond").float64(price.usdPerGigabyteSecond());
        if (done > 0) {
            out.field("usdPerUnit").float64(usdPerUnit());
        }
        if (left > 0) {
            out.field("costToGoUsd").float64(usdPerUnit() * left);
        }
        out.endObject();
    }
}
