package dev.longhaul.example.reconcile;

/**
 * A payment, as the ledger or the provider has it.
 *
 * @param id its id, of ASCII characters
 * @param cents what is paid
 * @param status how it stands
 * @param created when it was begun, in seconds of the epoch
 */
public record Payment(String id, long cents, Status status, long created) {

    /** How a payment stands. */
    public enum Status {
        /** Not known yet. */
        PENDING,
        /** It will not be paid. */
        FAILED,
        /** The money has come. */
        PAID
    }
}
