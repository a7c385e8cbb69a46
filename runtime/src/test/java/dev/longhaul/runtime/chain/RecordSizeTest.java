package dev.longhaul.runtime.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Usage.Baseline;
import dev.longhaul.runtime.chain.Usage.NextStep;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a record has of its own, beside the state: docs/stores.md tells these figures, and what checkpoints cost by them. */
class RecordSizeTest {

    private static final long NOW = 1_795_867_200_000L;
    private static final String REQUEST = "8f5f7a0e-3c0d-4f0b-9d5e-2f6f0f3b1c2d";
    private static final String ARN = "arn:aws:lambda:eu-central-1:123456789012:function:ReconcilePayments:live";

    @Test
    void theFirstHopHasSome650BytesOfItsOwn() {
        assertThat(bytesAt(0)).isBetween(600, 700);
    }

    @Test
    void eachLaterHopAddsSome28UntilThereAre12() {
        assertThat(bytesAt(3) - bytesAt(2)).isBetween(24, 32);
        assertThat(bytesAt(11)).isLessThan(bytesAt(0) + 11 * 32);
    }

    @Test
    void noHopEverHasAKilobyteOfItsOwn() {
        assertThat(bytesAt(1)).isLessThan(1_000);
        assertThat(bytesAt(100)).isLessThan(1_000);
        assertThat(bytesAt(10_000)).isLessThan(1_000);
    }

    private static int bytesAt(int hop) {
        ChainChange change = new ChainRecord(
                        new Identity("ReconcilePayments", "nightly-2026-11-23", null, NOW, REQUEST, null),
                        12_345 + hop,
                        new Position(ChainStatus.RUNNING, hop, hop + 1, REQUEST, ARN, NOW, NOW),
                        new Work(
                                null,
                                new SavedState("", "993c6a52"),
                                1_234_567,
                                1_234,
                                new Progress(9_000, 10_000, ""),
                                1_000,
                                Inbox.EMPTY),
                        new Usage(
                                hop + 1,
                                840_000L * hop,
                                1,
                                new NextStep(0, hop),
                                0,
                                hop,
                                new Baseline(0, 0, 0, 0, NOW)),
                        Ending.NONE,
                        List.of())
                .change();
        for (int each = 0; each <= hop; each++) {
            long startedAt = NOW + each * 840_100L;
            change.enter(new HopEntry(each, each + 1, startedAt, startedAt + 840_000, 123_456, End.HANDED_OFF));
        }
        return ChainJson.write(change.build()).length();
    }
}
