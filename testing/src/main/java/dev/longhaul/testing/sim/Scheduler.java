package dev.longhaul.testing.sim;

import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Virtual time, and threads of which only one runs at a time: so that what happens depends on the events alone.
 *
 * <p>A thread that sleeps takes the next events from the queue itself. Short ones it does on the spot; when one is another
 * thread's, it passes the turn on and waits. Most sleeps end without a change of threads that way, which is what makes
 * hundreds of thousands of chains affordable.
 */
final class Scheduler {

    private static final ExecutorService THREADS = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "longhaul-simulation");
        thread.setDaemon(true);
        return thread;
    });

    /** By which a thread waits, however many sleeps are on its stack. */
    private static final ThreadLocal<Semaphore> SIGNAL = ThreadLocal.withInitial(() -> new Semaphore(0));

    private final PriorityQueue<Event> events =
            new PriorityQueue<>(Comparator.comparingLong(Event::at).thenComparingLong(Event::order));
    private long begun;
    private long now;
    private long order;
    private long budget;
    private @Nullable Throwable broken;
    private @Nullable Turn end;

    /**
     * Time that begins at a moment.
     *
     * @param budget the events after which a world counts as one that never ends
     */
    Scheduler(long now, long budget) {
        this.begun = now;
        this.now = now;
        this.budget = budget;
    }

    long now() {
        return now;
    }

    /** Lets time begin later; nothing has happened yet. */
    void beginAt(long millis) {
        begun = Math.max(begun, millis);
        now = begun;
    }

    /** Since time began, in milliseconds. */
    long elapsed() {
        return now - begun;
    }

    /** Whether anything is still to come. */
    boolean expectsMore() {
        return !events.isEmpty();
    }

    /** When the next thing comes; {@link Long#MAX_VALUE} where nothing does. */
    long nextAt() {
        Event next = events.peek();
        return next == null ? Long.MAX_VALUE : next.at;
    }

    /** Does something short at a time, on whichever thread has the turn then. */
    void at(long time, Runnable action) {
        events.add(new Event(Math.max(time, now), order++, null, action));
    }

    /** Begins something long at a time, on a thread of its own. */
    void spawnAt(long time, Runnable body) {
        events.add(new Event(Math.max(time, now), order++, new Turn(body), () -> {}));
    }

    /** Lets the calling thread sleep until a time. */
    void sleepUntil(long time) {
        Turn turn = new Turn(null);
        events.add(new Event(Math.max(time, now), order++, turn, () -> {}));
        while (!turn.come) {
            Event next = next();
            if (next == null) {
                throw new IllegalStateException("a thread sleeps, and no event will wake it");
            }
            if (next.turn == null) {
                act(next);
            } else if (next.turn.pass()) {
                SIGNAL.get().acquireUninterruptibly();
            }
        }
        requireWhole();
    }

    /** Does all that is to be done, from the thread of the test, until no event is left. */
    void run() {
        Turn main = new Turn(null);
        end = main;
        proceed();
        while (!main.come) {
            SIGNAL.get().acquireUninterruptibly();
        }
        if (broken instanceof RuntimeException e) {
            throw e;
        }
        if (broken instanceof Error e) {
            throw e;
        }
    }

    /** Takes events until one is a thread's, to which it passes the turn; the calling thread has nothing more to do. */
    private void proceed() {
        try {
            for (Event next = next(); next != null; next = next()) {
                if (next.turn != null) {
                    next.turn.pass();
                    return;
                }
                act(next);
            }
        } catch (RuntimeException | Error e) {
            broken = broken == null ? e : broken;
        }
        if (end != null) {
            end.pass();
        }
    }

    /** Does something short that is not the calling thread's own: if it fails, that breaks the world, not the thread. */
    private void act(Event event) {
        try {
            event.action.run();
        } catch (RuntimeException | Error e) {
            broken = broken == null ? e : broken;
        }
    }

    private @Nullable Event next() {
        requireWhole();
        if (--budget < 0) {
            throw new IllegalStateException("the world does not come to an end");
        }
        Event next = events.poll();
        if (next != null) {
            now = Math.max(now, next.at);
        }
        return next;
    }

    /** After a failure in one thread, the others end at their next turn. */
    private void requireWhole() {
        if (broken != null) {
            throw new Killed();
        }
    }

    private record Event(long at, long order, @Nullable Turn turn, Runnable action) {}

    /** A thread that waits for its turn, or one that is still to begin. */
    private final class Turn {

        private final @Nullable Runnable body;
        private final Thread owner = Thread.currentThread();
        private final Semaphore signal = SIGNAL.get();
        private boolean come;

        Turn(@Nullable Runnable body) {
            this.body = body;
        }

        /** Gives the turn to its thread; whether that is another one than the calling thread. */
        boolean pass() {
            come = true;
            if (body != null) {
                THREADS.execute(() -> begin(body));
                return true;
            }
            if (owner.equals(Thread.currentThread())) {
                // A sleep further down this thread's stack: it finds that its turn has come when it is reached again.
                return false;
            }
            signal.release();
            return true;
        }

        private void begin(Runnable begun) {
            try {
                begun.run();
            } catch (RuntimeException | Error e) {
                broken = broken == null ? e : broken;
            }
            proceed();
        }
    }
}
