package dev.longhaul.proof;

import dev.longhaul.faults.Fate;
import dev.longhaul.faults.Response;
import java.net.URI;

/** What becomes of a function's invoke of its next hop, besides that it is passed on. */
final class Invokes {

    /** Delivered, and answered as if it had not been. */
    static final Fate UNANSWERED = Fate.answeredAs(502);

    /** Not delivered: too many run already. */
    static final Fate REFUSED = Fate.refused(
            Response.of(429, "application/json", "{\"Reason\":\"ReservedFunctionConcurrentInvocationLimitExceeded\"}"));

    /** Where no Lambda listens yet. */
    static final URI NOWHERE = URI.create("http://127.0.0.1");

    private Invokes() {}
}
