package dev.longhaul.example.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A payment that the ledger and the provider don't have alike.
 *
 * @param kind what is wrong
 * @param ledger how the ledger has it; null where it doesn't
 * @param provider how the provider has it; null where it doesn't
 */
record Mismatch(
        Kind kind, @Nullable Payment ledger, @Nullable Payment provider) {

    /** What is wrong with a payment. */
    public enum Kind {
        /** The provider has it, the ledger does not. It is added. */
        UNKNOWN_TO_LEDGER(true),
        /** The ledger waits for it, or gave it up, and the provider knows better. Its status is put right. */
        BEHIND(true),
        /** The ledger has it, the provider does not. */
        UNKNOWN_TO_PROVIDER(false),
        /** The ledger says that it is paid, the provider does not. */
        PAID_IN_LEDGER_ONLY(false),
        /** The amounts differ. */
        OTHER_AMOUNT(false);

        private final boolean repairable;

        Kind(boolean repairable) {
            this.repairable = repairable;
        }

        /** Whether the provider's word is enough; else a person has to look. */
        boolean isRepairable() {
            return repairable;
        }
    }

    /** The payment's id. */
    String id() {
        return ledger == null ? provided().id() : ledger.id();
    }

    /** What it is about. */
    long cents() {
        return ledger == null ? provided().cents() : ledger.cents();
    }

    /** How the provider has it, where it does. */
    Payment provided() {
        if (provider == null) {
            throw new IllegalStateException("the provider does not have the payment");
        }
        return provider;
    }

    /** The mismatches between all that the ledger and the provider have of the same range of ids. */
    static List<Mismatch> between(List<Payment> ledger, List<Payment> provider) {
        List<Mismatch> found = new ArrayList<>();
        Map<String, Payment> provided = new LinkedHashMap<>();
        provider.forEach(payment -> provided.put(payment.id(), payment));
        for (Payment ours : ledger) {
            Payment theirs = provided.remove(ours.id());
            Kind kind = kind(ours, theirs);
            if (kind != null) {
                found.add(new Mismatch(kind, ours, theirs));
            }
        }
        provided.values().forEach(theirs -> found.add(new Mismatch(Kind.UNKNOWN_TO_LEDGER, null, theirs)));
        return found;
    }

    private static @Nullable Kind kind(Payment ours, @Nullable Payment theirs) {
        if (theirs == null) {
            return Kind.UNKNOWN_TO_PROVIDER;
        }
        if (ours.cents() != theirs.cents()) {
            return Kind.OTHER_AMOUNT;
        }
        if (ours.status() == theirs.status()) {
            return null;
        }
        return ours.status() == Payment.Status.PAID ? Kind.PAID_IN_LEDGER_ONLY : Kind.BEHIND;
    }
}
