package dev.longhaul.testing.store;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Grant;
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
        return new ChainRecord(
                job,
                chainId,
                1,
                ChainStatus.RUNNING,
                0,
                1,
                "request",
                leaseUntil,
                "arn:aws:lambda:us-east-1:000000000000:function:job:live",
                "{\"from\":1}",
                0,
                1,
                0,
                0,
                null,
                null,
                0,
                1_000,
                "request",
                new Grant(0, 0, 1_000),
                1_000,
                null,
                null,
                null,
                0,
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
