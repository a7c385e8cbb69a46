package dev.longhaul.runtime.engine;

import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.log.Activity;
import dev.longhaul.runtime.log.HopLog;
import dev.longhaul.runtime.store.StoreUnavailableException;

/** Makes an object of the job for each try, and closes it whatever happens, before the hop hands off. */
final class Attempts {

    private final JobFactory factory;
    private final LoopSetting setting;
    private final HopLog log;
    private final Committer committer;
    private final ThreadGuard guard = new ThreadGuard();
    private boolean told;

    Attempts(JobFactory factory, LoopSetting setting, HopLog log) {
        this.factory = factory;
        this.setting = setting;
        this.log = log;
        this.committer = setting.committer();
    }

    /** Works until the job is done or asked to stop, or the time is up. What the job throws comes through. */
    LoopEnd work() throws Exception {
        StepLoop loop = new StepLoop(setting, guard, "");
        return with(loop, job -> loop.run());
    }

    /** Calls {@code @OnFailure} on a fresh object: before the chain ends, so that a crash here makes it be called again. */
    void tell(Throwable failure) {
        // A failure is no piece of work in a row: its key is that of the beginning that ended so.
        String piece = "failure-" + committer.held().usage().since().hop() + '-';
        try {
            with(new StepLoop(setting, guard, piece), job -> {
                job.fail(failure);
                return failure;
            });
        } catch (FencedException e) {
            throw e;
        } catch (Throwable e) {
            log.trouble(committer.held(), Activity.CALLING_ON_FAILURE, Fatal.unless(e));
        }
    }

    /** Stops the children that are to be stopped with the chain, as its committed state has them. */
    void stopChildren(String reason) {
        StepLoop loop = new StepLoop(setting, guard, "");
        try {
            with(loop, job -> {
                loop.family().stop(reason);
                return reason;
            });
        } catch (FencedException | StoreUnavailableException e) {
            throw e;
        } catch (Throwable e) {
            log.trouble(committer.held(), Activity.STOPPING_CHILDREN, Fatal.unless(e));
        }
    }

    private <T> T with(StepLoop loop, Call<T> call) throws Exception {
        Job job = null;
        try {
            job = factory.create(loop);
            tellOfAnotherVersion(loop.open(job));
            return call.on(job);
        } finally {
            guard.clean();
            if (job != null) {
                close(job);
            }
        }
    }

    /** Says once that the state is one of another version: what this hop commits is of this version. */
    private void tellOfAnotherVersion(Dropped dropped) {
        SavedState state = committer.held().state();
        String schema = setting.options().stateSchema();
        if (state != null
                && !told
                && (!state.schema().equals(schema) || !dropped.paths().isEmpty())) {
            told = true;
            log.otherVersion(committer.held(), state.schema(), schema, dropped.paths());
        }
    }

    private void close(Job job) {
        try {
            job.close();
        } catch (Throwable e) {
            // The work is done and stays done: a close that fails must not bring the hop down.
            log.trouble(committer.held(), Activity.CLOSING_JOB, Fatal.unless(e));
        } finally {
            guard.clean();
        }
    }

    private interface Call<T> {
        T on(Job job) throws Exception;
    }
}
