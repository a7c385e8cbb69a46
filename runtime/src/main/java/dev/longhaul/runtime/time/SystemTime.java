package dev.longhaul.runtime.time;

import java.util.function.LongSupplier;

/** The machine's own time. */
public final class SystemTime implements Time {

    private final int waitsDividedBy;

    /** The time of this machine. */
    public SystemTime() {
        this(1);
    }

    /** The time of this machine, in which the waits of chains are shorter by a factor, 1 or more. */
    public SystemTime(int waitsDividedBy) {
        this.waitsDividedBy = waitsDividedBy;
    }

    @Override
    public long nowMillis() {
        return System.currentTimeMillis();
    }

    @Override
    public void pause(long millis) throws InterruptedException {
        Thread.sleep(Math.max(0, millis));
    }

    @Override
    public long endOfWait(long until) {
        long now = nowMillis();
        return waitsDividedBy == 1 || until <= now ? until : now + (until - now) / waitsDividedBy;
    }

    @Override
    public Ticking tick(String name, LongSupplier look) {
        TickThread thread = new TickThread(name, look);
        thread.start();
        return thread::end;
    }

    /**
     * A daemon thread that is joined at the end: Lambda freezes the threads that outlive an invocation, and they would go
     * on in the next one with this one's remaining time.
     */
    private static final class TickThread extends Thread {

        private final LongSupplier look;
        private boolean ended;

        TickThread(String name, LongSupplier look) {
            super(name);
            this.look = look;
            setDaemon(true);
        }

        @Override
        public void run() {
            long delay = look.getAsLong();
            while (delay >= 0 && !waited(System.nanoTime() + delay * 1_000_000)) {
                delay = look.getAsLong();
            }
        }

        /** Waits until the given nanosecond; true when the end came first. */
        private synchronized boolean waited(long until) {
            try {
                long left = until - System.nanoTime();
                while (!ended && left > 0) {
                    wait(left / 1_000_000, (int) (left % 1_000_000));
                    left = until - System.nanoTime();
                }
                return ended;
            } catch (InterruptedException e) {
                // Nobody has a reason to interrupt this thread but one who wants it gone.
                return true;
            }
        }

        private void end() {
            synchronized (this) {
                ended = true;
                notifyAll();
            }
            boolean interrupted = false;
            while (isAlive()) {
                try {
                    join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
