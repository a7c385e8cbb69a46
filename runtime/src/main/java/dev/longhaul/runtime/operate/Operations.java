package dev.longhaul.runtime.operate;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.event.ChainEvent.Operation;
import dev.longhaul.runtime.event.ChainEvent.Resume;
import dev.longhaul.runtime.event.ChainEvent.Stop;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.time.Time;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Shows, stops and resumes the chains of one job. Thread-safe.
 *
 * <p>What the chain does not allow is an answer with its reason, and no failure of the function: an operator's slip sets off
 * no alarm, and Lambda doesn't deliver it again.
 */
public final class Operations {

    private final JobOptions options;
    private final CheckpointStore store;
    private final ChainControl control;
    private final Time time;

    /** For a job's chains in a store. */
    public Operations(JobOptions options, CheckpointStore store, ChainControl control, Time time) {
        this.options = options;
        this.store = store;
        this.control = control;
        this.time = time;
    }

    /**
     * Does what was asked for.
     *
     * @param tenantId the tenant that the function is invoked for, or null
     * @return how the chain stands then, or why it can't be done, as JSON
     * @throws ContinuationException when a resumed chain's hop could not be sent
     */
    public String answer(Operation operation, @Nullable String tenantId) {
        String chainId = operation.chainId();
        try {
            return ChainAnswer.of(done(operation, find(chainId, tenantId)), options, time.nowMillis());
        } catch (MoveRefusedException e) {
            return ChainAnswer.refused(chainId, e);
        }
    }

    private ChainRecord find(String chainId, @Nullable String tenantId) {
        if (store.keepsNothing()) {
            throw new MoveRefusedException(
                    "LONGHAUL_STORE is payload:, so that the chain's record rides in its events, where"
                            + " nobody can show, stop or resume it. Use a store that keeps records, such as dynamodb://table.");
        }
        ChainRecord chain = control.find(options.name(), chainId);
        if (!Objects.equals(chain.identity().tenantId(), tenantId)) {
            throw new MoveRefusedException(
                    "the chain belongs to another tenant than the one that the function was invoked for."
                            + " Invoke it with the tenant of the chain.");
        }
        return chain;
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
