package dev.longhaul.runtime.log;

import dev.longhaul.runtime.chain.ChainRecord;

/**
 * Makes traces of hops; found through {@link java.util.ServiceLoader}, one for a function. Its methods are called by the thread that
 * runs the hop. What it throws is logged, and the hop goes on.
 */
public interface HopTracer {

    /**
     * This thread runs a hop of a chain from now on.
     *
     * @param claimed the chain as the hop has claimed it
     * @return what is told of the hop's end
     */
    HopTrace begin(ChainRecord claimed);

    /** The trace of a hop that runs. */
    @FunctionalInterface
    interface HopTrace {

        /**
         * This thread has nothing more to do with the chain. What the trace has come to is on its way when this returns,
         * since Lambda stops the environment then.
         *
         * @param left the chain as the hop has left it
         */
        void end(ChainRecord left);
    }
}
