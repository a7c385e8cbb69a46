package dev.longhaul.runtime;

import dev.longhaul.runtime.chain.Progress;
import dev.longhaul.runtime.engine.HopControl;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;

/** The engine's side of a hop in the words of {@link JobContext}. */
final class HopContext implements JobContext {

    private static final Duration LONGEST_PAUSE = Duration.ofDays(366);

    private final HopControl hop;

    HopContext(HopControl hop) {
        this.hop = hop;
    }

    @Override
    public String chainId() {
        return hop.chainId();
    }

    @Override
    public int hop() {
        return hop.hop();
    }

    @Override
    public long stepNumber() {
        return hop.stepNumber();
    }

    @Override
    public String idempotencyKey() {
        return hop.idempotencyKey();
    }

    @Override
    public Instant now() {
        return Instant.ofEpochMilli(hop.nowMillis());
    }

    @Override
    public long remainingMillis() {
        return hop.remainingMillis();
    }

    @Override
    public boolean shouldYield() {
        return hop.shouldYield();
    }

    @Override
    public void checkpoint() {
        hop.checkpoint();
    }

    @Override
    public void checkpoint(Connection connection) {
        hop.checkpoint(connection);
    }

    @Override
    public void pause(Duration duration) {
        if (duration.compareTo(LONGEST_PAUSE) > 0) {
            throw new IllegalArgumentException("the pause has " + duration.toDays()
                    + " days, and a chain waits at most " + LONGEST_PAUSE.toDays() + ". Wait for less, and again.");
        }
        hop.pauseUntil(hop.nowMillis() + (duration.isNegative() ? 0 : duration.toMillis()));
    }

    @Override
    public void pauseUntil(Instant instant) {
        Instant now = now();
        pause(instant.isBefore(now) ? Duration.ZERO : Duration.between(now, instant));
    }

    @Override
    public int batchSize(int min, int max) {
        return hop.batchSize(min, max);
    }

    @Override
    public void progress(long done, long total) {
        progress(done, total, "");
    }

    @Override
    public void progress(long done, long total, String message) {
        hop.progress(new Progress(done, total, message));
    }

    @Override
    public void stop(String reason) {
        hop.stop(reason);
    }
}
