package dev.longhaul.testing;

import dev.longhaul.testing.sim.Fault;
import dev.longhaul.testing.sim.FaultPlan;
import dev.longhaul.testing.sim.Point;

/**
 * A plan, and one death besides: at a point at which nothing else goes wrong.
 *
 * @param number the number of the point of the death
 */
record Killing(FaultPlan plan, int number, Fault death) implements FaultPlan {

    @Override
    public Fault at(Point point) {
        Fault planned = plan.at(point);
        return point.number() == number && planned.equals(Fault.NONE) ? death : planned;
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
