package dev.longhaul.testing.sim;

import dev.longhaul.runtime.time.Time;
import java.util.function.LongSupplier;

/** The process of one invocation: its clock, its deadline, and its death. */
final class SimProcess implements Time {

    private final Scheduler scheduler;
    private final long skew;
    private final long deadline;
    private boolean dead;

    SimProcess(Scheduler scheduler, long skew, long timeout) {
        this.scheduler = scheduler;
        this.skew = skew;
        this.deadline = scheduler.now() + timeout;
    }

    @Override
    public long nowMillis() {
        return scheduler.now() + skew;
    }

    long remainingMillis() {
        return Math.max(0, deadline - scheduler.now());
    }

    @Override
    public void pause(long millis) {
        scheduler.sleepUntil(scheduler.now() + millis);
        requireAlive();
    }

    /** What the process does takes so long; it dies at its deadline, in the middle of it. */
    void spend(long millis) {
        long until = scheduler.now() + millis;
        if (until > deadline) {
            scheduler.sleepUntil(deadline);
            die();
        }
        pause(millis);
    }

    /** The process is frozen for so long, deadline or not. */
    void freeze(long millis) {
        pause(millis);
    }

    /** Kills the process, its watchdog included. */
    void die() {
        dead = true;
        throw new Killed();
    }

    boolean isDead() {
        return dead;
    }

    void requireAlive() {
        if (dead) {
            throw new Killed();
        }
    }

    @Override
    public Ticking tick(String name, LongSupplier look) {
        Looking looking = new Looking(look);
        looking.look();
        return looking;
    }

    private final class Looking implements Ticking {
        private final LongSupplier look;
        private boolean closed;

        Looking(LongSupplier look) {
            this.look = look;
        }

        void look() {
            if (closed || dead) {
                return;
            }
            try {
                long delay = look.getAsLong();
                if (delay >= 0) {
                    scheduler.at(scheduler.now() + delay, this::look);
                }
            } catch (Killed e) {
                // The whole process died in a call of the watchdog's: its handler finds out when it has the turn again.
            }
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
