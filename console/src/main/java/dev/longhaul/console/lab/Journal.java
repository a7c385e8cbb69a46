package dev.longhaul.console.lab;

import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.GivenUp;
import dev.longhaul.local.invocation.InvocationEvent.LogLine;
import dev.longhaul.local.invocation.InvocationEvent.Queued;
import dev.longhaul.local.invocation.InvocationEvent.Refused;
import dev.longhaul.local.invocation.InvocationEvent.Requeued;
import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.event.EventException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what happens to the events of each chain: those of the queue, whose envelope names the chain. What an operator asks
 * of a function, and waits for, is none of a chain's events. Thread-safe.
 */
public final class Journal implements InvocationListener {

    private static final int CHAINS = 200;
    private static final int REQUESTS = 10_000;
    private static final int LONGEST_LINE = 4_000;
    /** How a line begins that Longhaul prints: it says what happened to the chain. */
    private static final String TOLD = "{\"longhaul\":\"";

    private final Map<Key, Pages> chains = newest(CHAINS);
    private final Map<String, Key> requests = newest(REQUESTS);

    private record Key(String job, String chainId) {}

    private static final class Pages {
        private final Moments moments = new Moments();
        private final Moments log = new Moments();
        private @Nullable Invocation last;
    }

    /** A journal of nothing yet. */
    public Journal() {}

    private static <K, V> Map<K, V> newest(int most) {
        return new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public synchronized void on(InvocationEvent event) {
        if (event instanceof Queued queued) {
            chain(queued.invocation()).ifPresent(key -> requests.put(queued.requestId(), key));
        }
        Key key = requests.get(event.requestId());
        if (key == null) {
            return;
        }
        note(event, chains.computeIfAbsent(key, unknown -> new Pages()));
    }

    /** The chain of an event. A function here has the name of its job. */
    private static Optional<Key> chain(Invocation invocation) {
        String job = invocation.functionName();
        try {
            ChainEvent event = Envelope.read(invocation.payload().text(), job);
            if (event instanceof ChainEvent.Start start) {
                return Optional.of(new Key(job, start.name() == null ? invocation.requestId() : start.name()));
            } else if (event instanceof ChainEvent.Continue next) {
                return Optional.of(new Key(job, next.chainId()));
            }
        } catch (EventException e) {
            // The function will refuse it, and says why.
        }
        return Optional.empty();
    }

    private static void note(InvocationEvent event, Pages pages) {
        if (event instanceof Queued queued) {
            pages.last = queued.invocation();
            note(pages, event, "queued", Map.of());
        } else if (event instanceof Started started) {
            note(
                    pages,
                    event,
                    "started",
                    Map.of(
                            "attempt", String.valueOf(started.attempt()),
                            "environment", started.environmentId(),
                            "pid", String.valueOf(started.pid()),
                            "cold", String.valueOf(started.coldStart())));
        } else if (event instanceof Finished finished) {
            Report report = finished.report();
            note(
                    pages,
                    event,
                    "finished",
                    Map.of(
                            "attempt", String.valueOf(report.attempt()),
                            "environment", finished.environmentId(),
                            "status", report.status().name(),
                            "billedMillis", String.valueOf(report.billed().toMillis()),
                            "memory", String.valueOf(report.maxMemoryUsedMegabytes())));
        } else if (event instanceof Refused refused) {
            note(pages, event, "refused", Map.of("why", refused.why()));
        } else if (event instanceof Requeued again) {
            note(
                    pages,
                    event,
                    "requeued",
                    Map.of("millis", String.valueOf(again.delay().toMillis())));
        } else if (event instanceof GivenUp gone) {
            note(
                    pages,
                    event,
                    "given up",
                    Map.of("why", gone.event().condition().awsName()));
        } else if (event instanceof LogLine line) {
            printed(pages, line);
        }
    }

    private static void printed(Pages pages, LogLine line) {
        String text = line.text().length() > LONGEST_LINE ? line.text().substring(0, LONGEST_LINE) : line.text();
        Map<String, String> details = Map.of("text", text, "environment", line.environmentId());
        pages.log.add(line.at(), line.requestId(), "log", details);
        if (text.startsWith(TOLD)) {
            pages.moments.add(line.at(), line.requestId(), "told", details);
        }
    }

    private static void note(Pages pages, InvocationEvent event, String what, Map<String, String> details) {
        pages.moments.add(event.at(), event.requestId(), what, details);
    }

    synchronized List<Moment> moments(String job, String chainId, long after) {
        Pages pages = chains.get(new Key(job, chainId));
        return pages == null ? List.of() : pages.moments.after(after);
    }

    synchronized List<Moment> log(String job, String chainId, long after) {
        Pages pages = chains.get(new Key(job, chainId));
        return pages == null ? List.of() : pages.log.after(after);
    }

    /** The newest event of a chain. */
    synchronized Optional<Invocation> last(String job, String chainId) {
        Pages pages = chains.get(new Key(job, chainId));
        return pages == null ? Optional.empty() : Optional.ofNullable(pages.last);
    }
}
