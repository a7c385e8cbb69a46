package dev.longhaul.store.dynamodb;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;

/** Records for the tests. */
final class TestChains {

    private TestChains() {}

    /** The first record of a chain, whose lease ends at 2,000. */
    static ChainRecord first(String job, String chainId) {
        Claim claim = Claims.start(null, job, chainId, "{}", new Claimant("request", "arn", null, 1_000, 2_000));
        return ((Claim.Granted) claim).next();
    }
}
