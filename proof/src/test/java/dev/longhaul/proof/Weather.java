package dev.longhaul.proof;

import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.proof.Plan.Kind;
import dev.longhaul.proof.Plan.Trouble;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.chain.Signal;
import dev.longhaul.runtime.control.ChainControl;
import dev.longhaul.runtime.protocol.Graces;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.time.SystemTime;
import java.io.IOException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Brings a plan's troubles over a fleet, each at its time, and ends them. */
final class Weather implements AutoCloseable {

    /** Lambda gives an event up after its third attempt; what is lost then is for the sweeper, a minute later. */
    private static final int MOST_KILLS_OF_ONE_EVENT = 2;

    private static final long SWEEP_MILLIS = 2_000;

    private final Fleet fleet;
    private final ScheduledExecutorService threads = Executors.newScheduledThreadPool(6);
    private final Map<Kind, Integer> counts = new EnumMap<>(Kind.class);
    private final Map<String, Integer> kills = new HashMap<>();
    private final AtomicInteger letters = new AtomicInteger();
    private boolean next;

    Weather(Fleet fleet) {
        this.fleet = fleet;
    }

    /** From now on, until all has been. */
    void begin(List<Trouble> troubles) {
        for (Trouble trouble : troubles) {
            at(trouble.atMillis(), () -> bring(trouble));
        }
    }

    /** Runs the sweepers of all routes again and again, as a schedule of Lambda's does. */
    void sweep() {
        for (Route route : fleet.routes) {
            Future<?> unused = threads.scheduleWithFixedDelay(
                    guarded(() -> fleet.lambda.invoke(route.sweeper(), Payload.of("{}"))),
                    0,
                    SWEEP_MILLIS,
                    TimeUnit.MILLISECONDS);
        }
    }

    /** How often what was brought. */
    synchronized String figures() {
        return counts.toString();
    }

    private interface Action {
        void run() throws Exception;
    }

    private void at(long millis, Action action) {
        Future<?> unused = threads.schedule(guarded(action), millis, TimeUnit.MILLISECONDS);
    }

    private Runnable guarded(Action action) {
        return () -> {
            try {
                action.run();
            } catch (StoreException e) {
                // Its server is away just now: what an operator would read, too.
            } catch (Exception | AssertionError e) {
                fleet.lookout.wrong("the test itself failed: " + e);
            }
        };
    }

    private synchronized void count(Kind kind) {
        counts.merge(kind, 1, Integer::sum);
    }

    private void bring(Trouble trouble) throws Exception {
        switch (trouble.kind()) {
            case KILL -> kill(trouble);
            case FREEZE, FREEZE_BEYOND -> freeze(trouble);
            case RESTART -> {
                fleet.stopPostgres();
                count(trouble.kind());
                at(trouble.lastsMillis(), fleet::startPostgres);
            }
            case CUT -> cut(fleet.toDynamo, trouble);
            case AWAY -> cut(fleet.toHarbor, trouble);
            case STOP -> stop(trouble);
            case DEPLOY -> deploy(trouble.kind());
            case LETTER -> {
                Route route = fleet.routes.get(trouble.draw() % fleet.routes.size());
                String chain =
                        route.chains().get(trouble.draw() % route.chains().size());
                write(route, chain, letters.incrementAndGet());
            }
            case LATE_EVENT -> {
                fleet.sendAgain(trouble.draw());
                count(trouble.kind());
            }
        }
    }

    private void kill(Trouble trouble) {
        List<Started> running = fleet.lookout.running(Route.JOB, Route.CHILD);
        if (running.isEmpty()) {
            return;
        }
        Started victim = running.get(trouble.draw() % running.size());
        synchronized (this) {
            if (kills.merge(victim.requestId(), 1, Integer::sum) > MOST_KILLS_OF_ONE_EVENT) {
                return;
            }
        }
        ProcessHandle.of(victim.pid()).ifPresent(ProcessHandle::destroyForcibly);
        count(trouble.kind());
    }

    private void freeze(Trouble trouble) throws IOException, InterruptedException {
        List<Started> running = fleet.lookout.running(Route.JOB, Route.CHILD);
        if (!running.isEmpty()) {
            long pid = running.get(trouble.draw() % running.size()).pid();
            signal("STOP", pid);
            count(trouble.kind());
            at(trouble.lastsMillis(), () -> signal("CONT", pid));
        }
    }

    private static void signal(String name, long pid) throws IOException, InterruptedException {
        // One that has gone meanwhile needs none.
        new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start()
                .waitFor();
    }

    private void cut(TcpRelay relay, Trouble trouble) {
        relay.cut();
        count(trouble.kind());
        at(trouble.lastsMillis(), () -> relay.pass(0));
    }

    private void stop(Trouble trouble) {
        Route route = fleet.routes.get(trouble.draw() % fleet.routes.size());
        String chain = route.chains().get(trouble.draw() % route.chains().size());
        ChainRecord record = route.store().read(Route.JOB, chain).orElseThrow();
        if (!record.status().terminal()) {
            try {
                control(route).requestStop(Route.JOB, chain, "the soak");
                count(trouble.kind());
            } catch (IllegalArgumentException e) {
                // It has ended between the look and the request.
            }
        }
    }

    /** Lets a chain that was stopped go on. */
    void resume(Route route, String chain) {
        guarded(() -> control(route).resume(Route.JOB, chain)).run();
    }

    private ChainControl control(Route route) {
        return new ChainControl(
                route.store(), fleet.continuation(), new SystemTime(), Graces.STANDARD.withHandoff(10_000));
    }

    /** Sends a letter until it is known whether the chain has it. */
    private void write(Route route, String chain, int number) {
        try {
            int times = number % 3 == 0 ? 2 : 1;
            for (int each = 0; each < times; each++) {
                control(route)
                        .signal(
                                Route.JOB,
                                chain,
                                new Signal("letter", "letter " + number, "{\"number\":" + number + "}"));
            }
            fleet.mail.accepted(chain, number);
            count(Kind.LETTER);
        } catch (MoveRefusedException e) {
            // It has ended. A call whose answer was lost may have been in time.
            fleet.mail.refused(chain, number);
        } catch (StoreException e) {
            at(500, () -> write(route, chain, number));
        }
    }

    /** Wakes a chain that waits: it may go on with its pilot, or looks for its children. */
    void sendPilot(Route route, ChainRecord waiting) {
        guarded(() -> control(route)
                        .signal(Route.JOB, waiting.chainId(), new Signal("pilot", "pilot " + waiting.hop(), "null")))
                .run();
    }

    private void deploy(Kind kind) {
        boolean newer;
        synchronized (this) {
            next = !next;
            newer = next;
        }
        fleet.deploy(newer);
        count(kind);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
