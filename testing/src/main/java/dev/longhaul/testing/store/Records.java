package dev.longhaul.testing.store;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Work;
import java.util.List;
import java.util.UUID;

/** Records for the checks. */
final class Records {

    private Records() {}

    /** A name that no other check uses. */
    static String fresh(String what) {
        return what + " " + UUID.randomUUID();
    }

    /** The first record of a chain, whose lease ends at a time. */
    static ChainRecord first(String job, String chainId, long leaseUntil) {
        return ChainRecord.first(
                Identity.first(job, chainId, null, 1_000, "request"),
                Position.first("request", "arn:aws:lambda:us-east-1:000000000000:function:job:live", leaseUntil, 1_000),
                Work.none("{\"from\":1}"),
                List.of());
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void requireEqual(Object actual, Object expected, String what) {
        require(expected.equals(actual), what + ": expected " + expected + ", but there is " + actual);
    }
}
