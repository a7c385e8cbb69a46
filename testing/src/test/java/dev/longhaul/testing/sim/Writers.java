package dev.longhaul.testing.sim;

import dev.longhaul.testing.sim.Point.Call;

/** A plan that knows which invocation writes to the store at this moment, as far as that follows from it. */
final class Writers implements FaultPlan {

    private final FaultPlan plan;
    private String writer;

    Writers(FaultPlan plan) {
        this.plan = plan;
    }

    /**
     * The invocation whose write follows the point that was reached last, asked once for each write; null where that is not
     * known, because the writer stood still for a while.
     */
    String take() {
        String taken = writer;
        writer = null;
        return taken;
    }

    @Override
    public Fault at(Point point) {
        Fault fault = plan.at(point);
        boolean promptly = fault.equals(Fault.NONE) || fault instanceof Fault.CrashAfter;
        writer = promptly && point.call() == Call.WRITE ? point.requestId() : null;
        return fault;
    }

    @Override
    public long deliveryDelay() {
        return plan.deliveryDelay();
    }

    @Override
    public long duplicateAfter() {
        return plan.duplicateAfter();
    }

    @Override
    public long redeliveryDelay(int attempt) {
        return plan.redeliveryDelay(attempt);
    }

    @Override
    public long clockSkew() {
        return plan.clockSkew();
    }
}
