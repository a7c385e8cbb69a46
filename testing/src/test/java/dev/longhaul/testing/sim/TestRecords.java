package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;

/** Records of chains that no world has begun. */
final class TestRecords {

    private TestRecords() {}

    /** A chain of a job whose lease has been over for long. */
    static ChainRecord overdue(String job) {
        Claim claim = Claims.start(null, job, "chain", "{}", new Claimant("request", "arn", null, 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}
