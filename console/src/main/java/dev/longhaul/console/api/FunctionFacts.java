package dev.longhaul.console.api;

import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.FunctionException;
import dev.longhaul.client.FunctionView;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.store.StoreException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * What functions know of their jobs: prices, times and bounds. Each function is asked once, which invokes it, and in the
 * background, since a cold start takes its time; what a chain has used of them is reckoned from its record. Thread-safe.
 */
public final class FunctionFacts implements AutoCloseable {

    private static final long AGAIN_NANOS = 60_000_000_000L;

    private final ExecutorService asking = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "longhaul-console-asking");
        thread.setDaemon(true);
        return thread;
    });
    private final Map<String, Known> functions = new HashMap<>();

    private record Known(Optional<FunctionView> view, long askAgainAt) {}

    /** Facts of no function yet. */
    public FunctionFacts() {}

    /** What the function of a chain knows of it by now; empty while it has not answered. */
    public Optional<FunctionView> of(ChainHandle handle, ChainRecord chain, long now) {
        return view(handle, chain.functionArn()).map(view -> view.at(chain, now));
    }

    private synchronized Optional<FunctionView> view(ChainHandle handle, String function) {
        Known known = functions.get(function);
        if (known == null || (known.view().isEmpty() && System.nanoTime() - known.askAgainAt() > 0)) {
            functions.put(function, new Known(Optional.empty(), System.nanoTime() + AGAIN_NANOS));
            asking.execute(() -> ask(handle, function));
            return Optional.empty();
        }
        return known.view();
    }

    private void ask(ChainHandle handle, String function) {
        try {
            FunctionView view = handle.ask();
            synchronized (this) {
                functions.put(function, new Known(Optional.of(view), 0));
            }
        } catch (FunctionException | MoveRefusedException | StoreException e) {
            // It is asked again after a minute, and the page goes without.
        }
    }

    @Override
    public void close() {
        asking.shutdownNow();
    }
}
