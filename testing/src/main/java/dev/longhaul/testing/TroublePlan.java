package dev.longhaul.testing;

import dev.longhaul.testing.sim.Fault;
import dev.longhaul.testing.sim.FaultPlan;
import dev.longhaul.testing.sim.Point;
import dev.longhaul.testing.sim.Point.Call;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The troubles of one run. */
final class TroublePlan implements FaultPlan {

    private static final long PROMPT = 20;

    private final List<Trouble> troubles;
    private final Map<Call, Integer> calls = new EnumMap<>(Call.class);
    private int delivered;
    private int sent = 1;

    TroublePlan(List<Trouble> troubles) {
        this.troubles = troubles;
    }

    @Override
    public Fault at(Point point) {
        int number = calls.merge(point.call(), 1, Integer::sum);
        for (Trouble trouble : troubles) {
            if (trouble instanceof Trouble.AtCall at && at.call() == point.call() && at.number() == number) {
                return at.fault();
            }
        }
        return Fault.NONE;
    }

    @Override
    public long duplicateAfter() {
        delivered++;
        for (Trouble trouble : troubles) {
            if (trouble instanceof Trouble.Duplicate duplicate && duplicate.event() == delivered) {
                return duplicate.afterMillis();
            }
        }
        return -1;
    }

    @Override
    public long deliveryDelay() {
        sent++;
        for (Trouble trouble : troubles) {
            if (trouble instanceof Trouble.Late late && late.event() == sent) {
                return late.millis();
            }
        }
        return PROMPT;
    }
}
