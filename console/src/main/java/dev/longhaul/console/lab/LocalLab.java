package dev.longhaul.console.lab;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.process.EnvironmentStatus;
import dev.longhaul.runtime.chain.ChainRecord;
import java.util.List;

/** A local Lambda, whose listener the journal is. */
public final class LocalLab implements Lab {

    private final LocalLambda lambda;
    private final Journal journal;

    /** The lab of a Lambda that tells the journal what happens. */
    public LocalLab(LocalLambda lambda, Journal journal) {
        this.lambda = lambda;
        this.journal = journal;
    }

    @Override
    public List<Moment> moments(String job, String chainId, long after) {
        return journal.moments(job, chainId, after);
    }

    @Override
    public List<Moment> log(String job, String chainId, long after) {
        return journal.log(job, chainId, after);
    }

    @Override
    public void kill(ChainRecord chain) {
        EnvironmentStatus environment = lambda.environments().stream()
                .filter(each -> each.requestId().filter(chain.owner()::equals).isPresent())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "no invocation has chain " + chain.chainId() + " at the moment: there is no process to kill"));
        environment.process().destroyForcibly();
    }

    @Override
    public void deliverAgain(String job, String chainId) {
        Invocation event = journal.last(job, chainId)
                .orElseThrow(() -> new IllegalStateException("no event of chain " + chainId
                        + " has come since this Lambda was started: there is none to deliver again"));
        lambda.deliverAgain(event);
    }

    @Override
    public void throttle(String job, boolean on) {
        lambda.throttle(job, on);
    }

    @Override
    public boolean isThrottled(String job) {
        return lambda.isThrottled(job);
    }
}
