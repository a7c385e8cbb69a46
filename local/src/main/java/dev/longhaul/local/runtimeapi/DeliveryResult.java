package dev.longhaul.local.runtimeapi;

import dev.longhaul.local.invocation.Payload;

/** What comes back from a function's process for one delivery. */
public sealed interface DeliveryResult {

    /** The handler's result. */
    record Response(Payload payload) implements DeliveryResult {}

    /** The handler threw, or its result was too large; the payload is the error as JSON. */
    record HandlerError(Payload payload) implements DeliveryResult {}

    /** The handler could not be made; the payload is the error as JSON. */
    record InitError(Payload payload) implements DeliveryResult {}

    /**
     * The process ended without an answer.
     *
     * @param status its exit status; above 128 it is 128 and the number of the signal that ended it
     */
    record Exit(int status) implements DeliveryResult {}
}
