package dev.longhaul.runtime.children;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.protocol.Advance.Awaited;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All children of one object of a job: starts them behind the commit that decided it, and learns of their ends from their
 * records. For one thread.
 *
 * <p>A start event has a name that is the child's alone, so that it may be sent twice: a second one changes nothing. What the
 * object knows beyond the last commit is lost with it, and found out again.
 */
public final class Family {

    /** How long a chain waits for news of its children before it looks for itself: news may be lost. */
    public static final long LONGEST_WAIT = 15 * 60_000;

    /** How long a start event may be on its way before it is sent again, for the first time; then twice as long. */
    private static final long START_GRACE = 60_000;

    /** How often it is sent: for the last time some eight hours after the first, which is beyond what Lambda keeps events. */
    private static final int MOST_STARTS = 10;

    private final Ties ties;
    private final List<Brood> broods = new ArrayList<>();
    private boolean joined;
    private boolean news;
    private long toldBefore;

    /** A family without a field. */
    public Family(Ties ties) {
        this.ties = ties;
    }

    /** The children of one more field. */
    public Brood brood(Brood.Kind kind) {
        Brood brood = new Brood(kind);
        broods.add(brood);
        return brood;
    }

    /** Whether it has no field, so that the job starts no children. */
    public boolean isEmpty() {
        return broods.isEmpty();
    }

    /** Refuses children where they could not be started. */
    public void requireMayStart() {
        int generation = generation();
        if (generation > ParentChain.LAST_GENERATION) {
            throw new IllegalStateException("the chain " + ties.parent().chainId() + " is of the generation "
                    + ParentChain.LAST_GENERATION + ", and starts no children: do its work in its steps");
        }
    }

    private int generation() {
        ParentChain parent = ties.parent().identity().parent();
        return parent == null ? 1 : parent.generation() + 1;
    }

    /** A step begins: what the one before has joined is forgotten. */
    public void stepBegins() {
        joined = false;
        news = false;
    }

    /** Whether children are to be started that may run. */
    public boolean hasUnsent() {
        return broods.stream().anyMatch(brood -> brood.next() != null);
    }

    /** How many wait to be started. */
    public int queued() {
        return broods.stream().mapToInt(Brood::queued).sum();
    }

    /** Starts those that may run. To be called when the commit that decided it is done. */
    public void start(BooleanSupplier mayGoOn) {
        for (Brood brood : broods) {
            for (String name = brood.next(); name != null && mayGoOn.getAsBoolean(); name = brood.next()) {
                send(brood, name);
            }
        }
    }

    private void send(Brood brood, String name) {
        Child child = brood.child(name);
        if (child != null && child.input() != null) {
            ChainRecord parent = ties.parent();
            ParentChain of = new ParentChain(parent.job(), parent.chainId(), generation());
            ties.start(brood.kind().job(), Envelope.start(startName(name), child.input(), of));
            brood.sent(name, child, ties.nowMillis());
        }
    }

    private String startName(String name) {
        return ties.parent().chainId() + '/' + name;
    }

    private String chainId(String name) {
        return ties.chainId(startName(name));
    }

    /**
     * Learns which children have ended, and tells of each once, as far as what is done with it is committed.
     *
     * @param told is given each end; what it throws comes through
     */
    public void join(Brood brood, Consumer<? super Outcome> told) {
        if (!joined) {
            toldBefore = ties.parent().inbox().news().told();
        }
        joined = true;
        for (String name : brood.runningNames()) {
            Outcome outcome = outcome(brood, name);
            if (outcome != null) {
                news = true;
                brood.ended(outcome);
                told.accept(outcome);
            }
        }
    }

    private @Nullable Outcome outcome(Brood brood, String name) {
        try {
            return outcome(
                    brood, name, ties.read(brood.kind().job(), chainId(name)).orElse(null));
        } catch (StoreUnavailableException e) {
            throw e;
        } catch (StoreException e) {
            // One record that can't be read keeps neither the parent nor the other children from going on.
            return Outcome.failed(name, "Unreadable", String.valueOf(e.getMessage()));
        }
    }

    private @Nullable Outcome outcome(Brood brood, String name, @Nullable ChainRecord record) {
        Child child = brood.child(name);
        if (child == null) {
            return null;
        }
        if (record != null) {
            brood.seen(name, child);
            return record.status().terminal() ? Outcome.of(name, record) : null;
        }
        long since = ties.nowMillis() - child.at();
        if (child.input() == null || since >= ties.retentionMillis()) {
            return Outcome.failed(
                    name, "Forgotten", "its record is no longer kept, so that nobody knows how it has ended");
        }
        if (since < START_GRACE << (child.times() - 1)) {
            return null;
        }
        if (child.times() >= MOST_STARTS) {
            return Outcome.failed(
                    name,
                    "NeverStarted",
                    "its start event was sent " + MOST_STARTS + " times, and no invocation has begun it. Look into the"
                            + " log of its function and its queue of failed events.");
        }
        send(brood, name);
        return null;
    }

    /** Whether the last step has joined its children, and has learned of nothing. */
    public boolean awaitsNews() {
        return joined && !news && broods.stream().anyMatch(brood -> brood.running() > 0);
    }

    /** What the chain waits for: half of those that run, so that it is not woken for each. */
    public Awaited awaited() {
        boolean stops = broods.stream().anyMatch(brood -> brood.kind().stopWithParent() && !brood.isDone());
        if (!awaitsNews()) {
            return new Awaited(0, stops);
        }
        int running = broods.stream().mapToInt(Brood::running).sum();
        return new Awaited(toldBefore + Math.max(1, running / 2), stops);
    }

    /** Asks those to stop that are to be stopped with their parent. */
    public void stop(String reason) {
        for (Brood brood : broods) {
            if (brood.kind().stopWithParent()) {
                for (String name : brood.namesThatMayRun()) {
                    ties.stop(brood.kind().job(), chainId(name), reason);
                }
            }
        }
    }
}
