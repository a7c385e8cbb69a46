package dev.longhaul.local;

import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationListener;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** Keeps what is told, and waits for what a test expects; a minute is only for tests that fail. */
final class Recorder implements InvocationListener {

    private static final long DEADLINE_SECONDS = 60;

    private final List<InvocationEvent> events = new ArrayList<>();

    @Override
    public synchronized void on(InvocationEvent event) {
        events.add(event);
        notifyAll();
    }

    /** The first so many events of a kind that fit. */
    synchronized <E extends InvocationEvent> List<E> await(Class<E> kind, int count, Predicate<E> fits)
            throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DEADLINE_SECONDS);
        while (found(kind, fits).size() < count) {
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError(count + " " + kind.getSimpleName() + " expected in vain; seen: " + events);
            }
            wait(left);
        }
        return found(kind, fits).subList(0, count);
    }

    <E extends InvocationEvent> List<E> await(Class<E> kind, int count, String functionName)
            throws InterruptedException {
        return await(kind, count, event -> event.functionName().equals(functionName));
    }

    synchronized <E extends InvocationEvent> List<E> found(Class<E> kind, Predicate<E> fits) {
        return events.stream()
                .filter(kind::isInstance)
                .map(kind::cast)
                .filter(fits)
                .toList();
    }

    /** The log of one invocation so far. */
    List<String> log(String requestId) {
        return found(InvocationEvent.LogLine.class, line -> line.requestId().equals(requestId)).stream()
                .map(InvocationEvent.LogLine::text)
                .toList();
    }
}
