package dev.longhaul.testing.sim;

import dev.longhaul.testing.sim.Point.Call;
import java.sql.Connection;

/** The calls of one process of a world: at each of them the world's plan may have a fault. */
final class Calls implements SimStore.SimPoints, KillPoints {

    private final World world;
    private final SimProcess process;
    private final String requestId;
    private final int attempt;

    Calls(World world, SimProcess process, String requestId, int attempt) {
        this.world = world;
        this.process = process;
        this.requestId = requestId;
        this.attempt = attempt;
    }

    @Override
    public void pass(String name) {
        world.note(requestId, () -> name);
        call(Call.PASSED, () -> true, () -> new IllegalStateException("the step failed: the test says so"));
    }

    @Override
    public Connection watch(Connection connection) {
        return WatchedConnection.of(connection, process, this);
    }

    @Override
    public <T, E extends Exception> T call(Call call, SimStore.Action<T, E> action, SimStore.Refusal<E> refusal)
            throws E {
        process.requireAlive();
        Point point = world.reach(call, requestId, attempt);
        Fault fault = world.fault(point);
        boolean afterwards = fault instanceof Fault.CrashAfter || fault instanceof Fault.AnswerLost;
        if (!fault.equals(Fault.NONE) && !afterwards) {
            world.note(requestId, () -> fault.words(call) + " (point " + point.number() + ")");
        }
        if (fault instanceof Fault.CrashBefore) {
            process.die();
        }
        if (fault instanceof Fault.Refused) {
            throw refusal.met();
        }
        if (fault instanceof Fault.Stall stall) {
            process.freeze(stall.millis());
        }
        if (fault instanceof Fault.StopRequested stop) {
            process.whenRecordsAreFree(() -> world.requestStop(stop.reason()));
        }
        T answer = action.make();
        if (afterwards) {
            world.note(requestId, () -> fault.words(call) + " (point " + point.number() + ")");
        }
        if (fault instanceof Fault.CrashAfter) {
            process.die();
        }
        if (fault instanceof Fault.AnswerLost) {
            throw refusal.met();
        }
        return answer;
    }
}
