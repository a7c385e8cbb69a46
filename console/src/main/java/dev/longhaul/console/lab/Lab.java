package dev.longhaul.console.lab;

import dev.longhaul.runtime.chain.ChainRecord;
import java.util.List;

/** What the Lambda that runs the chains can show and do besides, for learning. Thread-safe. */
public interface Lab {

    /**
     * What has happened to the invocations of a chain, in order, those of lately.
     *
     * @param after the sequence of the last moment that is known already; 0 for none
     */
    List<Moment> moments(String job, String chainId, long after);

    /**
     * What the invocations of a chain have printed, in order, the lines of lately.
     *
     * @param after the sequence of the last line that is known already; 0 for none
     */
    List<Moment> log(String job, String chainId, long after);

    /**
     * Kills the process of the invocation that has the chain, as a crash of the environment.
     *
     * @throws IllegalStateException when no process has it
     */
    void kill(ChainRecord chain);

    /**
     * Delivers the newest event of a chain once more.
     *
     * @throws IllegalStateException when none is known
     */
    void deliverAgain(String job, String chainId);

    /** Refuses all invocations of a job's function, as where too many run already, until it is told otherwise. */
    void throttle(String job, boolean on);

    /** Whether all invocations of a job's function are refused. */
    boolean isThrottled(String job);
}
