package dev.longhaul.client;

import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.ends.Ends;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import dev.longhaul.runtime.sweep.SweepReport;
import dev.longhaul.runtime.sweep.Sweeper;
import dev.longhaul.runtime.time.SystemTime;
import dev.longhaul.runtime.time.Time;
import java.io.IOException;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The chains of a store and the functions that run them. Thread-safe.
 *
 * <pre>{@code
 * try (ChainClient chains = ChainClient.of("dynamodb://longhaul")) {
 *     ChainHandle nightly = chains.start("ReconcilePayments", "nightly-2026-11-23", "{\"date\":\"2026-11-23\"}");
 *     nightly.await(Duration.ofHours(2));
 * }
 * }</pre>
 *
 * <p>The store's module must be on the class path, as in the job's function. Each method throws {@link
 * dev.longhaul.runtime.store.StoreUnavailableException} where the store can't be reached: the call may be made again.
 */
public final class ChainClient implements AutoCloseable {

    private final CheckpointStore store;
    private final Functions functions;
    private final ChainControl control;
    private final Time time;
    private final Map<String, String> environment;

    private ChainClient(CheckpointStore store, Functions functions, Time time, Map<String, String> environment) {
        this.store = store;
        this.functions = functions;
        this.time = time;
        this.environment = Map.copyOf(environment);
        this.control = new ChainControl(store, functions, time, Graces.STANDARD);
    }

    /**
     * A client by this process's environment variables: region, credentials and endpoints as AWS's SDK knows them.
     *
     * @param storeUri what the function has in {@code LONGHAUL_STORE}
     * @throws IllegalArgumentException when no store on the class path knows the URI, or the store keeps nothing
     */
    public static ChainClient of(String storeUri) {
        return of(storeUri, System.getenv());
    }

    /**
     * A client by other environment variables: {@code AWS_REGION}, {@code AWS_ENDPOINT_URL_LAMBDA} for a local Lambda, and
     * the like.
     *
     * @throws IllegalArgumentException when no store on the class path knows the URI, or the store keeps nothing
     */
    public static ChainClient of(String storeUri, Map<String, String> environment) {
        CheckpointStore store = CheckpointStores.open(storeUri, environment);
        if (store.keepsNothing()) {
            throw new IllegalArgumentException(
                    "the store is payload:, which keeps nothing: a chain's record rides in its"
                            + " events, where nobody else can read it. Use a store that keeps records, such as dynamodb://table.");
        }
        return new ChainClient(store, new Functions(environment), new SystemTime(), environment);
    }

    /**
     * Starts a chain of a job whose function has the job's name; see {@link #start(JobFunction, String, String)}.
     *
     * @throws IllegalArgumentException when the input is no JSON, or the name is no name of a chain
     * @throws ContinuationException when the start could not be sent; the same call may be made again
     */
    public ChainHandle start(String job, String name, String input) {
        return start(JobFunction.named(job), name, input);
    }

    /**
     * Starts a chain: sends its start event, and returns when Lambda has accepted it. The chain begins some moments later.
     * A second start by the same name changes nothing; that of a chain that failed is resumed instead.
     *
     * @param name the chain's id from then on, of 1 to 256 characters
     * @param input the start event as JSON
     * @throws IllegalArgumentException when the input is no JSON, or the name is no name of a chain
     * @throws ContinuationException when the start could not be sent; the same call may be made again
     */
    public ChainHandle start(JobFunction of, String name, String input) {
        requireName(name);
        requireJson(input);
        functions.send(new NextHop(of.function(), Envelope.start(name, input), null, null));
        return new ChainHandle(this, of.job(), name);
    }

    /** The same, under a name that is made for it: {@link ChainHandle#chainId()}. */
    public ChainHandle start(JobFunction of, String input) {
        return start(of, UUID.randomUUID().toString(), input);
    }

    private static void requireName(String name) {
        if (name.isBlank() || name.length() > Envelope.LONGEST_NAME) {
            throw new IllegalArgumentException("a chain's name has 1 to " + Envelope.LONGEST_NAME
                    + " characters, not all of them blank, and this one has " + name.length() + ". Give another one.");
        }
    }

    private static void requireJson(String input) {
        try {
            StateReader in = new StateReader(input);
            in.document();
            if (!in.atEnd()) {
                throw new IllegalArgumentException("the start event has more than one JSON document. Give one.");
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the start event is no JSON: " + e.getMessage(), e);
        }
    }

    /** A chain that there is, or will be. Nothing is read. */
    public ChainHandle chain(String job, String chainId) {
        return new ChainHandle(this, job, chainId);
    }

    /**
     * The chains of a job, the one that was updated last first, page by page.
     *
     * @param size the most on a page, 1 or more
     */
    public ChainPage list(String job, ChainFilter filter, int size) {
        return ChainPage.first(store, job, filter, size);
    }

    /**
     * Finds the chains, of all jobs in the store, whose hop died or whose lease is over, and sends it again: what the
     * deployed sweeper does every minute. Safe to run beside it. Ends that others were not told of are told where the
     * environment variable {@code LONGHAUL_EVENTS} says.
     *
     * @throws IllegalArgumentException when {@code LONGHAUL_EVENTS} is wrong
     */
    public Swept sweep() {
        return sweep(line -> {});
    }

    /**
     * The same, with the sweeper's log.
     *
     * @param log is given one line of JSON for each event, as the sweeper's function logs it
     * @throws IllegalArgumentException when {@code LONGHAUL_EVENTS} is wrong
     */
    public Swept sweep(Consumer<String> log) {
        SweepReport report = new Sweeper(store, functions, time, new HopLog(log), Graces.STANDARD, Ends.of(environment))
                .sweep(() -> true);
        return new Swept(
                report.sent(),
                report.woken(),
                report.told(),
                report.claimedMeanwhile(),
                report.notSent(),
                report.givenUp(),
                report.unreadable());
    }

    CheckpointStore store() {
        return store;
    }

    ChainControl control() {
        return control;
    }

    Functions functions() {
        return functions;
    }

    Time time() {
        return time;
    }

    /** Lets go of connections and files. */
    @Override
    public void close() {
        functions.close();
        store.close();
    }
}
