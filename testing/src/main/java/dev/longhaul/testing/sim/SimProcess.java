package dev.longhaul.testing.sim;

import dev.longhaul.runtime.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** The process of one invocation: its clock, its deadline, and its death. */
final class SimProcess implements Time {

    private final Scheduler scheduler;
    private final long skew;
    private final List<Looking> looks = new ArrayList<>();
    /** What is done when the process dies. */
    private final List<Runnable> wills = new ArrayList<>();
    /** What waits for a record's row, which a transaction of this process has written. */
    private final List<Runnable> waiting = new ArrayList<>();

    private long deadline;
    private boolean joined;
    private boolean dead;
    private boolean overslept;

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
        long until = scheduler.now() + millis;
        if (scheduler.now() < deadline && until > deadline) {
            overslept = true;
            scheduler.sleepUntil(deadline);
            die();
        }
        sleepUntil(until);
    }

    /** What the process does takes so long; it dies at its deadline, in the middle of it. */
    void spend(long millis) {
        long until = scheduler.now() + millis;
        if (until > deadline) {
            scheduler.sleepUntil(deadline);
            die();
        }
        sleepUntil(until);
    }

    /** The process is frozen for so long, deadline or not. */
    void freeze(long millis) {
        sleepUntil(scheduler.now() + millis);
    }

    private void sleepUntil(long time) {
        scheduler.sleepUntil(time);
        requireAlive();
    }

    /** Whether a wait of the engine's went on beyond the deadline, and the process died in it. */
    boolean overslept() {
        return overslept;
    }

    /** Kills the process, its watchdog included. */
    void die() {
        dead = true;
        wills.forEach(Runnable::run);
        wills.clear();
        throw new Killed();
    }

    /** Leaves something to be done when the process dies. */
    void atDeath(Runnable will) {
        wills.add(will);
    }

    /** Whether a transaction of this process has written a record, and is not over. */
    void joined(boolean now) {
        joined = now;
        if (!joined) {
            List.copyOf(waiting).forEach(Runnable::run);
            waiting.clear();
        }
    }

    /** Does something that needs the records, now or when a transaction of this process that has written one is over. */
    void whenRecordsAreFree(Runnable action) {
        if (joined) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    boolean isDead() {
        return dead;
    }

    void requireAlive() {
        if (dead) {
            throw new Killed();
        }
    }

    /** Lets the watchdog look now, whenever it would have looked next. */
    void look() {
        List.copyOf(looks).forEach(Looking::look);
    }

    /** Leaves no more than so much of the invocation, and lets the watchdog see that. */
    void leave(long remaining) {
        if (remainingMillis() > remaining) {
            deadline = scheduler.now() + remaining;
            look();
        }
    }

    @Override
    public Ticking tick(String name, LongSupplier look) {
        Looking looking = new Looking(look);
        looks.add(looking);
        looking.look();
        return looking;
    }

    private final class Looking implements Ticking {
        private final LongSupplier look;
        private boolean closed;
        /** How often it has looked: of the looks that were planned, only the last one is made. */
        private long number;

        Looking(LongSupplier look) {
            this.look = look;
        }

        void look() {
            if (closed || dead) {
                return;
            }
            long made = ++number;
            try {
                long delay = look.getAsLong();
                if (delay >= 0) {
                    scheduler.at(scheduler.now() + delay, () -> planned(made));
                }
            } catch (Killed e) {
                // The whole process died in a call of the watchdog's: its handler finds out when it has the turn again.
            }
        }

        private void planned(long after) {
            if (number == after) {
                look();
            }
        }

        @Override
        public void close() {
            closed = true;
            looks.remove(this);
        }
    }
}
