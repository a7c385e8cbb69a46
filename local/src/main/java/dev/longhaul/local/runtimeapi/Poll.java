package dev.longhaul.local.runtimeapi;

import java.io.IOException;

/** A runtime client's open request for its next event. */
interface Poll {

    /** Answers the request with an event. */
    void answer(Delivery delivery) throws IOException;

    /** Ends the request without an event; does nothing where its process is gone. */
    void cancel();
}
