package dev.longhaul.cli;

import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.ChainView;
import dev.longhaul.client.FunctionException;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.Failure;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Watches a chain until it ends: one line that is written again in a terminal, else a line when it changes. */
final class Watcher {

    private static final long LOOK_MILLIS = 500;
    private static final String ERASE = "\r\u001b[K";

    private final Printing print;
    private final boolean priced;
    private final Supplier<Optional<String>> lost;

    /**
     * A watcher.
     *
     * @param priced whether the chain's function is asked for its price
     */
    Watcher(Printing print, boolean priced) {
        this(print, priced, Optional::empty);
    }

    /**
     * A watcher who is told of lost events.
     *
     * @param lost why a chain that has not begun never will, where that is known
     */
    Watcher(Printing print, boolean priced, Supplier<Optional<String>> lost) {
        this.print = print;
        this.priced = priced;
        this.lost = lost;
    }

    /**
     * Watches.
     *
     * @param most how long, or null for as long as it takes
     * @param mayBegin whether a chain that there is not may still begin
     * @return the exit status
     */
    int watch(ChainHandle handle, @Nullable Duration most, boolean mayBegin) throws IOException, InterruptedException {
        long deadline = most == null ? Long.MAX_VALUE : System.currentTimeMillis() + most.toMillis();
        Watching watching = new Watching();
        boolean rewrite = print.isTerminal() && !print.isJson();
        boolean asked = !priced;
        String last = "";
        while (true) {
            Optional<ChainRecord> found = looked(handle, mayBegin);
            // Before its function is asked, which may take seconds that the chain is not billed for here.
            long now = System.currentTimeMillis();
            if (found.isPresent()) {
                ChainRecord chain = found.get();
                if (!asked && chain.status() != ChainStatus.HANDED_OFF && chain.status() != ChainStatus.WAITING) {
                    asked = true;
                    price(handle, watching);
                }
                watching.see(chain);
                String line = watching.line(chain, now, print.width());
                if (!print.isJson() && !line.equals(last)) {
                    show(line, rewrite);
                    last = line;
                }
                if (chain.status().terminal()) {
                    return ended(chain, rewrite);
                }
            }
            if (found.isEmpty() && lost.get().isPresent()) {
                throw new IllegalStateException("chain " + handle.chainId() + " has not begun: "
                        + lost.get().get());
            }
            if (most != null && System.currentTimeMillis() >= deadline) {
                endLine(rewrite);
                print.note("chain " + handle.chainId() + " has not ended after " + Texts.duration(most.toMillis())
                        + found.map(chain -> ": it is " + chain.status()).orElse(": it has not begun"));
                return ExitCode.TIMED_OUT;
            }
            Thread.sleep(LOOK_MILLIS);
        }
    }

    private Optional<ChainRecord> looked(ChainHandle handle, boolean mayBegin) {
        try {
            return mayBegin ? handle.find() : Optional.of(handle.record());
        } catch (StoreUnavailableException e) {
            if (!print.isJson()) {
                show("the store can't be reached; looking again", print.isTerminal());
            }
            return Optional.empty();
        }
    }

    private void price(ChainHandle handle, Watching watching) {
        try {
            watching.priced(handle.ask());
        } catch (FunctionException | MoveRefusedException e) {
            print.note("without its price: " + e.getMessage());
        }
    }

    private void show(String line, boolean rewrite) {
        if (rewrite) {
            print.out().print(ERASE + print.styled(line));
            print.out().flush();
        } else {
            print.line(line);
        }
    }

    private void endLine(boolean rewrite) {
        if (rewrite) {
            print.out().println();
        }
    }

    private int ended(ChainRecord chain, boolean rewrite) throws IOException {
        endLine(rewrite);
        if (print.isJson()) {
            print.json(out -> ChainView.full(chain, null, false, out));
        } else {
            Failure failure = chain.failure();
            if (failure != null) {
                print.line(Texts.plain(failure.kind() + ": " + failure.message()));
                print.line("@|faint longhaul resume " + Texts.plain(chain.job()) + ' ' + Texts.plain(chain.chainId())
                        + " starts it again behind " + Texts.count(chain.steps(), "step") + "|@");
            }
            if (chain.result() != null && !chain.result().equals("null")) {
                print.line("result: " + Texts.plain(chain.result()));
            }
        }
        return chain.status() == ChainStatus.COMPLETED ? ExitCode.OK : ExitCode.NOT_COMPLETED;
    }
}
