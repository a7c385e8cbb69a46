package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.time.Time;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongSupplier;

/** A clock that goes on only when it is told, and does the looks that fall due meanwhile, all on the calling thread. */
final class VirtualTime implements Time {

    private final List<Look> looks = new ArrayList<>();
    private long now = 1_000_000_000L;

    @Override
    public long nowMillis() {
        return now;
    }

    @Override
    public void pause(long millis) {
        advance(millis);
    }

    void advance(long millis) {
        long until = now + millis;
        for (Look due = earliest(until); due != null; due = earliest(until)) {
            now = Math.max(now, due.at);
            due.look();
        }
        now = until;
    }

    @Override
    public Ticking tick(String name, LongSupplier look) {
        Look added = new Look(look);
        looks.add(added);
        added.look();
        return () -> looks.remove(added);
    }

    /** The looks that have not been closed. */
    int open() {
        return looks.size();
    }

    private Look earliest(long until) {
        return looks.stream()
                .filter(look -> look.at >= 0 && look.at <= until)
                .min((one, other) -> Long.compare(one.at, other.at))
                .orElse(null);
    }

    private final class Look {
        private final LongSupplier look;
        private long at;

        Look(LongSupplier look) {
            this.look = look;
        }

        void look() {
            at = Long.MAX_VALUE;
            long delay = look.getAsLong();
            at = delay < 0 ? -1 : now + delay;
        }
    }
}
