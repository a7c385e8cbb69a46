package dev.longhaul.runtime.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.protocol.Claim.Granted;
import dev.longhaul.runtime.protocol.Claim.Reason;
import dev.longhaul.runtime.protocol.Claim.Refused;
import org.junit.jupiter.api.Test;

/** The table of the protocol's claims, row by row. */
class ClaimsTest {

    private static final Claimant FIRST = new Claimant("first", "arn", null, 1_000, 11_000);
    private final ChainRecord running = granted(Claims.start(null, "Count", "chain", "{}", FIRST));
    private final ChainRecord handedOff = running.change()
            .status(ChainStatus.HANDED_OFF)
            .hop(1)
            .leaseUntil(61_000)
            .build();

    @Test
    void aStartMakesTheFirstRecord() {
        assertThat(running.status()).isEqualTo(ChainStatus.RUNNING);
        assertThat(running.hop()).isZero();
        assertThat(running.epoch()).isEqualTo(1);
        assertThat(running.revision()).isEqualTo(1);
        assertThat(running.leaseUntil()).isEqualTo(11_000);
        assertThat(running.input()).isEqualTo("{}");
    }

    @Test
    void aStartOfAnotherRequestIsADuplicateWhateverTheLease() {
        assertThat(Claims.start(running, "Count", "chain", "{}", at("other", 99_000)))
                .isEqualTo(new Refused(Reason.DUPLICATE));
    }

    @Test
    void aStartOfTheSameRequestTakesOver() {
        ChainRecord taken = granted(Claims.start(running, "Count", "chain", "{}", at("first", 2_000)));

        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(taken.revision()).isEqualTo(2);
        assertThat(taken.hop()).isZero();
    }

    @Test
    void aRunningHopIsTheSameRequestsOrNobodysUntilItsLeaseIsOver() {
        assertThat(Claims.proceed(running, 0, at("other", 10_999))).isEqualTo(new Refused(Reason.DUPLICATE));
        assertThat(Claims.proceed(running, 0, at("other", 11_000))).isInstanceOf(Granted.class);
        assertThat(Claims.proceed(running, 0, at("first", 2_000))).isInstanceOf(Granted.class);
        assertThat(Claims.proceed(running, 1, at("other", 99_000))).isEqualTo(new Refused(Reason.DUPLICATE));
    }

    @Test
    void aHandedOffHopIsTheFirstOnesThatComesForIt() {
        ChainRecord taken = granted(Claims.proceed(handedOff, 1, at("second", 2_000)));

        assertThat(taken.hop()).isEqualTo(1);
        assertThat(taken.owner()).isEqualTo("second");
        assertThat(taken.epoch()).isEqualTo(2);
        assertThat(Claims.proceed(taken, 1, at("third", 2_001))).isEqualTo(new Refused(Reason.DUPLICATE));
        assertThat(Claims.proceed(taken, 0, at("first", 2_001))).isEqualTo(new Refused(Reason.DUPLICATE));
    }

    @Test
    void anUnclaimedHandoffIsRunByTheRequestThatMadeIt() {
        ChainRecord taken = granted(Claims.proceed(handedOff, 0, at("first", 2_000)));

        assertThat(taken.hop()).isEqualTo(1);
        assertThat(Claims.proceed(handedOff, 0, at("other", 2_000))).isEqualTo(new Refused(Reason.DUPLICATE));
        // And should it die there, its next delivery, which still names hop 0, takes over hop 1.
        assertThat(granted(Claims.proceed(taken, 0, at("first", 3_000))).epoch())
                .isEqualTo(3);
    }

    @Test
    void aChainThatHasEndedIsNobodys() {
        ChainRecord ended = running.change().status(ChainStatus.FAILED).build();

        assertThat(Claims.proceed(ended, 0, at("first", 99_000))).isEqualTo(new Refused(Reason.ENDED));
        assertThat(Claims.start(ended, "Count", "chain", "{}", at("other", 99_000)))
                .isEqualTo(new Refused(Reason.ENDED));
        assertThat(Claims.proceed(null, 0, at("first", 99_000))).isEqualTo(new Refused(Reason.UNKNOWN));
    }

    @Test
    void aTakeoverBillsWhatTheLostInvocationMayHaveTaken() {
        assertThat(granted(Claims.proceed(running, 0, at("first", 4_000))).billedMillis())
                .isEqualTo(3_000);
        assertThat(granted(Claims.proceed(running, 0, at("other", 99_000))).billedMillis())
                .as("not beyond its lease")
                .isEqualTo(10_000);
    }

    private static Claimant at(String requestId, long now) {
        return new Claimant(requestId, "arn", null, now, now + 10_000);
    }

    private static ChainRecord granted(Claim claim) {
        return ((Granted) claim).next();
    }
}
