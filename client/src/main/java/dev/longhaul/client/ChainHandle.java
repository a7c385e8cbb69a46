package dev.longhaul.client;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ChainStatus;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** One chain, seen from outside. Holds nothing of it: each call asks the store. Thread-safe. */
public final class ChainHandle {

    private static final long FIRST_PAUSE = 50;
    private static final long LONGEST_PAUSE = 5_000;

    private final ChainClient client;
    private final String job;
    private final String chainId;

    ChainHandle(ChainClient client, String job, String chainId) {
        this.client = client;
        this.job = job;
        this.chainId = chainId;
    }

    /** The job's name. */
    public String job() {
        return job;
    }

    /** The chain's id. */
    public String chainId() {
        return chainId;
    }

    /** The chain's record, with all that is known of it; empty where it has not begun, or is forgotten. */
    public Optional<ChainRecord> find() {
        return client.store().read(job, chainId);
    }

    /**
     * The chain's record, with all that is known of it.
     *
     * @throws MoveRefusedException when there is no such chain: it has not begun, or is forgotten
     */
    public ChainRecord record() {
        return client.control().find(job, chainId);
    }

    /**
     * How the chain stands.
     *
     * @throws MoveRefusedException when there is no such chain: it has not begun, or is forgotten
     */
    public ChainStatus status() {
        return record().status();
    }

    /**
     * Waits until the chain has ended, however it does, or until it has not begun after the time either. Looks at growing
     * intervals of up to 5 seconds, and goes on looking where the store can't be reached for a while.
     *
     * @return the record of its end
     * @throws TimeoutException when it has not ended by then; it says how the chain stands
     * @throws InterruptedException when this thread is interrupted
     */
    public ChainRecord await(Duration most) throws TimeoutException, InterruptedException {
        long deadline = client.time().nowMillis() + most.toMillis();
        long pause = FIRST_PAUSE;
        String last = "it has not begun";
        while (true) {
            try {
                Optional<ChainRecord> chain = find();
                if (chain.isPresent() && chain.get().status().terminal()) {
                    return chain.get();
                }
                last = chain.map(found -> "it is " + found.status() + " at hop " + found.hop())
                        .orElse(last);
            } catch (StoreUnavailableException e) {
                last = "the store can't be reached: " + e.getMessage();
            }
            long left = deadline - client.time().nowMillis();
            if (left <= 0) {
                throw new TimeoutException(
                        "chain " + chainId + " of " + job + " has not ended after " + most + ": " + last);
            }
            client.time().pause(Math.min(pause, left));
            pause = Math.min(LONGEST_PAUSE, pause * 2);
        }
    }

    /**
     * What {@code @OnComplete} returned, as JSON.
     *
     * @throws MoveRefusedException when there is no such chain
     * @throws IllegalStateException when it is not COMPLETED; it says why, where the chain failed
     */
    public String result() {
        ChainRecord chain = record();
        if (chain.status() != ChainStatus.COMPLETED) {
            String why = chain.failure() == null ? "" : ": " + chain.failure().message();
            throw new IllegalStateException(
                    "chain " + chainId + " of " + job + " has no result: it is " + chain.status() + why);
        }
        String result = chain.result();
        return result == null ? "null" : result;
    }

    /**
     * The result as a text, a number, a truth value, or a type of java.time, java.math or a UUID; null where it is null.
     *
     * @param type the box of a primitive, String, or one of those
     * @throws IllegalStateException when the chain is not COMPLETED, or its result is none of that type
     */
    public <T> @Nullable T result(Class<T> type) {
        return result(json -> new StateReader(json).leaf(type));
    }

    /**
     * The result as a reader reads it: {@code json -> mapper.readValue(json, Report.class)}.
     *
     * @throws IllegalStateException when the chain is not COMPLETED, or the reader throws
     */
    public <T> @Nullable T result(ResultReader<T> reader) {
        String json = result();
        try {
            return reader.read(json);
        } catch (Exception e) {
            throw new IllegalStateException(
                    "the result of chain " + chainId + " of " + job + " is not what it was read as: " + e.getMessage(),
                    e);
        }
    }

    /**
     * Sends the chain a signal, through its function, which checks it. The chain takes it between two steps; one that waits is
     * woken.
     *
     * @param name which {@code @OnSignal} method of the job takes it
     * @param id what the sender calls it: the same id twice is one signal
     * @param payload its content, as JSON
     * @throws MoveRefusedException when there is no such chain
     * @throws FunctionException when the function refuses the signal, and says why, or can't be invoked; nothing was written
     */
    public void signal(String name, String id, String payload) {
        ChainRecord chain = record();
        client.functions()
                .ask(
                        chain.functionArn(),
                        Envelope.signal(chainId, name, id, payload),
                        chain.identity().tenantId());
    }

    /**
     * Asks the chain to stop. It ends as STOPPED at its next checkpoint, tick or claim.
     *
     * @param reason what its failure will say
     * @throws MoveRefusedException when there is no such chain, or it has ended
     */
    public ChainRecord stop(String reason) {
        return client.control().requestStop(job, chainId, reason);
    }

    /**
     * Starts the chain again from its last checkpoint, with all bounds anew.
     *
     * @throws MoveRefusedException when there is no such chain, or it is neither FAILED nor STOPPED
     * @throws ContinuationException when its hop could not be sent; the same call may be made again
     */
    public ChainRecord resume() {
        return client.control().resume(job, chainId);
    }

    /**
     * The same, onto another alias or version of its function: one in which what failed is repaired.
     *
     * @param qualifier an alias, a number of a version, or {@code $LATEST}
     * @throws MoveRefusedException when there is no such chain, it is neither FAILED nor STOPPED, or no function ran it
     * @throws ContinuationException when its hop could not be sent; the same call may be made again
     */
    public ChainRecord resume(String qualifier) {
        return client.control().resume(job, chainId, qualifier);
    }

    /**
     * What the chain's function knows of it: cost and bounds. Invokes the function, and waits for up to 30 seconds.
     *
     * @throws MoveRefusedException when there is no such chain
     * @throws FunctionException when the function can't be invoked, or fails
     */
    public FunctionView ask() {
        ChainRecord chain = record();
        String answer = client.functions()
                .ask(
                        chain.functionArn(),
                        Envelope.show(chainId),
                        chain.identity().tenantId());
        return FunctionAnswer.read(answer);
    }
}
