package dev.longhaul.runtime.process;

import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.continuation.NextHop;
import dev.longhaul.runtime.event.Envelope;

/** Sends nothing: a chain that was handed off is found by the processes that look for it. Thread-safe. */
public class LeftToProcesses implements Continuation {

    /** Sends nothing. */
    public LeftToProcesses() {}

    /** @throws ContinuationException when it is no next hop but the start of a chain, which nobody would find */
    @Override
    public void send(NextHop next) {
        if (Envelope.startsChain(next.event())) {
            throw new ContinuationException(
                    "LONGHAUL_CONTINUE is none, by which a chain that was begun is found, and none is begun."
                            + " Set it to self, with --function where a process starts children.",
                    null,
                    false);
        }
    }

    @Override
    public void close() {}
}
