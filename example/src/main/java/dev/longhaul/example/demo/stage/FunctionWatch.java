package dev.longhaul.example.demo.stage;

import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.GivenUp;
import dev.longhaul.local.invocation.InvocationEvent.Queued;
import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.invocation.Report;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the local Lambda tells of the function: who runs, what was billed. Thread-safe. */
public final class FunctionWatch implements InvocationListener {

    private final String function;
    private final Set<String> queued = new HashSet<>();
    private final List<Report> unseen = new ArrayList<>();
    private @Nullable Started running;
    private @Nullable String givenUp;
    private long billedMillis;
    private int invocations;

    /**
     * Watches one function, and of that the events of its queue: what others do, such as the sweeper, is not the chain's, nor
     * what the function is asked by the console.
     */
    public FunctionWatch(String function) {
        this.function = function;
    }

    @Override
    public synchronized void on(InvocationEvent event) {
        if (!event.functionName().equals(function)) {
            return;
        }
        if (event instanceof Queued) {
            queued.add(event.requestId());
        }
        if (!queued.contains(event.requestId())) {
            return;
        }
        if (event instanceof Started started) {
            running = started;
            invocations++;
        } else if (event instanceof Finished finished) {
            running = null;
            billedMillis += finished.report().billed().toMillis();
            unseen.add(finished.report());
        } else if (event instanceof GivenUp gone) {
            givenUp = gone.event().toJson();
        }
    }

    /** The invocation that runs now. */
    public synchronized Optional<Started> running() {
        return Optional.ofNullable(running);
    }

    /** The reports that have come in since this was last asked. */
    public synchronized List<Report> takeReports() {
        List<Report> reports = List.copyOf(unseen);
        unseen.clear();
        return reports;
    }

    /** The on-failure record of an event that Lambda gave up, where there is one. */
    public synchronized Optional<String> givenUp() {
        return Optional.ofNullable(givenUp);
    }

    public synchronized long billedMillis() {
        return billedMillis;
    }

    public synchronized int invocations() {
        return invocations;
    }
}
