package dev.longhaul.runtime.operate;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.event.ChainEvent.Operation;
import dev.longhaul.runtime.event.ChainEvent.Resume;
import dev.longhaul.runtime.event.ChainEvent.Send;
import dev.longhaul.runtime.event.ChainEvent.Stop;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.text.ShownText;
import dev.longhaul.runtime.time.Time;
import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows, stops and resumes the chains of one job, and takes signals to them. Thread-safe.
 *
 * <p>What the chain does not allow is an answer with its reason, and no failure of the function: an operator's slip sets off
 * no alarm, and Lambda doesn't deliver it again. But for a signal: one that is refused fails, so that it is delivered again, or
 * kept with the failed events, where nobody waits for the answer.
 */
public final class Operations {

    private final JobOptions options;
    private final SignalCheck signals;
    private final CheckpointStore store;
    private final ChainControl control;
    private final Time time;

    /** Reads a signal as the job does. */
    public interface SignalCheck {

        /**
         * Reads a signal, and forgets it.
         *
         * @throws IOException when it can't be read; no value is in the message
         * @throws IllegalArgumentException when the job has no method for a signal of that name
         */
        void check(String name, StateReader payload) throws IOException;
    }

    /** For a job's chains in a store. */
    public Operations(JobOptions options, SignalCheck signals, CheckpointStore store, ChainControl control, Time time) {
        this.options = options;
        this.signals = signals;
        this.store = store;
        this.control = control;
        this.time = time;
    }

    /**
     * Does what was asked for.
     *
     * @param requestId the invocation's, which is the id of a signal that has none
     * @param tenantId the tenant that the function is invoked for, or null
     * @return how the chain stands then, or why it can't be done, as JSON
     * @throws MoveRefusedException when a signal is refused
     * @throws ContinuationException when a resumed chain's hop could not be sent
     */
    public String answer(Operation operation, String requestId, @Nullable String tenantId) {
        String chainId = operation.chainId();
        try {
            ChainRecord chain = find(chainId, tenantId);
            ChainRecord done = operation instanceof Send send ? sent(send, requestId, chain) : done(operation, chain);
            return ChainAnswer.of(done, options, time.nowMillis());
        } catch (MoveRefusedException e) {
            if (operation instanceof Send) {
                throw e;
            }
            return ChainAnswer.refused(chainId, e);
        }
    }

    private ChainRecord find(String chainId, @Nullable String tenantId) {
        if (store.keepsNothing()) {
            throw new MoveRefusedException(
                    "LONGHAUL_STORE is payload:, so that the chain's record rides in its events, where"
                            + " nobody can show, stop or resume it, or send it a signal. Use a store that keeps records, such as dynamodb://table.");
        }
        ChainRecord chain = control.find(options.name(), chainId);
        if (!Objects.equals(chain.identity().tenantId(), tenantId)) {
            throw new MoveRefusedException(
                    "the chain belongs to another tenant than the one that the function was invoked for."
                            + " Invoke it with the tenant of the chain.");
        }
        return chain;
    }

    private ChainRecord sent(Send send, String requestId, ChainRecord chain) {
        try {
            signals.check(send.name(), new StateReader(send.payload()));
        } catch (IOException | RuntimeException e) {
            throw new MoveRefusedException(
                    "the signal \"" + ShownText.of(send.name()) + "\" of chain " + chain.chainId()
                            + " can't be taken, and nothing was written: " + e.getMessage()
                            + ". Send what an @OnSignal method of the job takes.");
        }
        String id = send.id() == null ? requestId : send.id();
        return control.signal(chain.job(), chain.chainId(), new Signal(send.name(), id, send.payload()));
    }

    private ChainRecord done(Operation operation, ChainRecord chain) {
        if (operation instanceof Stop stop) {
            return control.requestStop(chain.job(), chain.chainId(), stop.reason());
        }
        if (operation instanceof Resume resume) {
            return resume.qualifier() == null
                    ? control.resume(chain.job(), chain.chainId())
                    : control.resume(chain.job(), chain.chainId(), resume.qualifier());
        }
        return chain;
    }
}
