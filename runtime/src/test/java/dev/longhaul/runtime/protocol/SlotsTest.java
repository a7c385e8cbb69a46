package dev.longhaul.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import org.junit.jupiter.api.Test;

/** Whose a slot is, and until when. */
class SlotsTest {

    private static final Claimant CLAIMANT = new Claimant("request", "arn", null, 10_000, 25_000);
    private static final ChainRecord SLOT = Slots.reserve(null, "Count", "monday", CLAIMANT);
    private static final ChainRecord CHAIN =
            ((Claim.Granted) Claims.start(null, "Count", "monday", "{}", CLAIMANT)).next();

    @Test
    void aSlotIsNoChainOfTheJob() {
        assertThat(SLOT.job()).isEqualTo("Count.single");
        assertThat(SLOT.leaseOver(Long.MAX_VALUE)).as("no sweep finds it").isFalse();
        assertThat(SLOT.expiresAt()).as("no store forgets it").isZero();
    }

    @Test
    void aReservationHoldsUntilItsLeaseIsOver() {
        assertThat(Slots.belongsTo(SLOT, "monday", 24_999)).isTrue();
        assertThat(Slots.belongsTo(SLOT, "monday", 25_000)).isFalse();
        assertThat(Slots.belongsTo(SLOT, "tuesday", 24_999)).isFalse();
        assertThat(Slots.free(SLOT, null, 24_999)).isFalse();
        assertThat(Slots.free(SLOT, null, 25_000)).isTrue();
    }

    @Test
    void aWrittenChainHoldsItAsLongAsItLives() {
        assertThat(Slots.free(SLOT, CHAIN, 900_000)).isFalse();
        assertThat(Slots.free(SLOT, CHAIN.change().status(ChainStatus.FAILED).build(), 10_000))
                .isTrue();
    }

    @Test
    void confirmingChangesTheSlotAndNotItsOwner() {
        ChainRecord confirmed = Slots.confirm(SLOT, 11_000);

        assertThat(confirmed.owner()).isEqualTo("monday");
        assertThat(confirmed.revision()).isEqualTo(SLOT.revision() + 1);
        ChainRecord next = Slots.reserve(confirmed, "Count", "tuesday", new Claimant("r", "arn", null, 30_000, 45_000));
        assertThat(next.owner()).isEqualTo("tuesday");
        assertThat(next.leaseUntil()).isEqualTo(45_000);
        assertThat(next.revision()).isEqualTo(confirmed.revision() + 1);
    }
}
