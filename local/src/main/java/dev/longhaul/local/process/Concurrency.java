package dev.longhaul.local.process;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.InvocationResult.Reason;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** How many invocations may run at once, of one function or of all that share the rest. Thread-safe. */
public final class Concurrency {

    private final Semaphore permits;
    private final Reason reason;

    private Concurrency(int bound, Reason reason) {
        this.permits = new Semaphore(bound);
        this.reason = reason;
    }

    /** What all functions without a reservation share. */
    public static Concurrency ofAccount(int bound) {
        return new Concurrency(bound, Reason.ACCOUNT_CONCURRENCY);
    }

    /** A function's own reservation, where it has one, else the account's bound. */
    public static Concurrency of(FunctionConfig function, Concurrency account) {
        if (function.limits().reservedConcurrency().isEmpty()) {
            return account;
        }
        int reserved = function.limits().reservedConcurrency().getAsInt();
        return new Concurrency(
                reserved, reserved == 0 ? Reason.ZERO_RESERVED_CONCURRENCY : Reason.RESERVED_CONCURRENCY);
    }

    /** Takes a permit, which is given back by {@link #release()}; else says which bound is reached. */
    Optional<Reason> refuse() {
        return permits.tryAcquire() ? Optional.empty() : Optional.of(reason);
    }

    void release() {
        permits.release();
    }
}
