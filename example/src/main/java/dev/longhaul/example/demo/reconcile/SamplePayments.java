package dev.longhaul.example.demo.reconcile;

import dev.longhaul.example.reconcile.Payment;
import dev.longhaul.example.reconcile.Payment.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Made-up payments, the same each time, some of which the ledger and the provider don't have alike; and what the ledger has to
 * be in the end.
 */
public final class SamplePayments {

    /** Only payments before it are compared. */
    public static final Instant UNTIL = Instant.parse("2026-03-01T00:00:00Z");

    /** What is larger is held. */
    public static final long HOLD_ABOVE = 100_000;

    /** What the demo's person approves. */
    public static final long APPROVED = 500_000;

    private static final List<Status> STATUSES = List.of(Status.PAID, Status.PAID, Status.PAID, Status.PENDING);
    /** Ids are of different forms, as they are where there is a history. */
    private static final List<String> FORMS = List.of("pay-%06d", "PAY-%06d", "pay_%06d", "%06d");

    private final List<Sample> samples = new ArrayList<>();

    /** A payment on both sides, and in the ledger once all is reconciled. */
    private record Sample(
            @Nullable Payment ledger,
            @Nullable Payment provider,
            @Nullable Payment reconciled) {}

    /** So many payments from a number on, the same each time. */
    public SamplePayments(int first, int count) {
        for (int number = first; number < first + count; number++) {
            samples.add(sample(number));
        }
    }

    private static Sample sample(int number) {
        String id = String.format(FORMS.get(number % FORMS.size()), number);
        long created = UNTIL.getEpochSecond() - 1 - number;
        // One of five is held, and half of these are above what is approved as well.
        long cents = number % 5 != 3 ? 1_000 + number : number % 2 == 0 ? 200_000 + number : 600_000 + number;
        Payment paid = new Payment(id, cents, Status.PAID, created);
        Payment pending = new Payment(id, cents, Status.PENDING, created);
        Payment failed = new Payment(id, cents, Status.FAILED, created);
        Payment alike = new Payment(id, cents, STATUSES.get(number % STATUSES.size()), created);
        Payment younger = new Payment(id, cents, Status.PAID, UNTIL.getEpochSecond() + number);
        boolean mayRepair = cents <= APPROVED;
        return switch (number % 17) {
            case 3 -> new Sample(pending, paid, mayRepair ? paid : pending);
            case 5 -> new Sample(null, paid, mayRepair ? paid : null);
            case 7 -> new Sample(failed, paid, mayRepair ? paid : failed);
            case 9 -> new Sample(pending, failed, mayRepair ? failed : pending);
            case 11 -> new Sample(pending, null, pending);
            case 12 -> new Sample(paid, failed, paid);
            case 13 -> new Sample(paid, new Payment(id, cents + 1, Status.PAID, created), paid);
            case 14 -> new Sample(null, younger, null);
            case 15 -> new Sample(younger, null, younger);
            default -> new Sample(alike, alike, alike);
        };
    }

    /** What the ledger has before. */
    public List<Payment> ledger() {
        return samples.stream()
                .map(Sample::ledger)
                .filter(SamplePayments::isThere)
                .toList();
    }

    /** What the provider has. */
    public List<Payment> provider() {
        return samples.stream()
                .map(Sample::provider)
                .filter(SamplePayments::isThere)
                .toList();
    }

    /** What the ledger has to have in the end. */
    public List<Payment> reconciled() {
        return samples.stream()
                .map(Sample::reconciled)
                .filter(SamplePayments::isThere)
                .toList();
    }

    private static boolean isThere(@Nullable Payment payment) {
        return payment != null;
    }
}
