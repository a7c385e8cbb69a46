package dev.longhaul.example.demo.stage;

import dev.longhaul.local.invocation.InvocationEvent.Started;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

/**
 * Kills the function's process with SIGKILL at random moments, the same event twice at most: Lambda gives an event up
 * after its third attempt. Asked again and again by the thread that watches the chain.
 */
public final class Killer {

    private static final int MOST_OF_ONE_EVENT = 2;
    private static final long EARLIEST = 400;
    private static final long LATEST = 5_000;

    private final Random random = new Random();
    private final Map<String, Integer> killed = new HashMap<>();
    private final int wanted;
    private int done;
    private long next;

    /** One that is to kill so often, from now on. */
    public Killer(int wanted, long now) {
        this.wanted = wanted;
        this.next = now + pause();
    }

    /** Kills the process that runs, if the moment has come; whether it did. */
    public boolean strike(Started running, long now) {
        if (done == wanted || now < next || killed.getOrDefault(running.requestId(), 0) == MOST_OF_ONE_EVENT) {
            return false;
        }
        boolean struck = ProcessHandle.of(running.pid())
                .map(ProcessHandle::destroyForcibly)
                .orElse(false);
        if (struck) {
            done++;
            killed.merge(running.requestId(), 1, Integer::sum);
        }
        next = now + pause();
        return struck;
    }

    /** How often it has killed. */
    public int done() {
        return done;
    }

    private long pause() {
        return EARLIEST + (long) (random.nextDouble() * (LATEST - EARLIEST));
    }
}
