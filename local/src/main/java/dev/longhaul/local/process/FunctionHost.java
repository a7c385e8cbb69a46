package dev.longhaul.local.process;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationResult;
import dev.longhaul.local.invocation.InvocationResult.Reason;
import dev.longhaul.local.invocation.InvocationResult.Throttled;
import dev.longhaul.local.invocation.InvocationResult.Unavailable;
import dev.longhaul.local.invocation.Invoker;
import dev.longhaul.local.machine.Machine;
import dev.longhaul.local.machine.Starts;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The environments of one function: started when needed, used again while they are idle, ended after a while.
 * Thread-safe.
 */
public final class FunctionHost implements Invoker, AutoCloseable {

    private final String name;
    private final Machine machine;
    private final Concurrency concurrency;
    private final Set<Environment> environments = new LinkedHashSet<>();
    private final Deque<Environment> idle = new ArrayDeque<>();
    private FunctionConfig function;
    private volatile boolean throttled;
    private boolean closed;

    /** A host without environments yet. */
    public FunctionHost(FunctionConfig function, Machine machine, Concurrency concurrency) {
        this.name = function.name();
        this.function = function;
        this.machine = machine;
        this.concurrency = concurrency;
    }

    /** The bare name of the function. */
    public String name() {
        return name;
    }

    /** Refuses all invocations, as where too many run already, until it is told otherwise. What runs goes on. */
    public void throttle(boolean on) {
        throttled = on;
    }

    /** Whether all invocations are refused. */
    public boolean isThrottled() {
        return throttled;
    }

    private synchronized FunctionConfig function() {
        return function;
    }

    /** Runs what comes from now on by other settings of the same function; what runs now ends by its own. */
    public void update(FunctionConfig changed) {
        takeOutdated(changed).forEach(Environment::dispose);
    }

    private synchronized List<Environment> takeOutdated(FunctionConfig changed) {
        function = changed;
        List<Environment> outdated = List.copyOf(idle);
        idle.clear();
        environments.removeAll(outdated);
        return outdated;
    }

    @Override
    public InvocationResult invoke(Invocation invocation) throws InterruptedException {
        Optional<Reason> refused = throttled ? Optional.of(Reason.ACCOUNT_CONCURRENCY) : concurrency.refuse();
        if (refused.isPresent()) {
            tellRefused(invocation, refused.get().awsName());
            return new Throttled(refused.get());
        }
        try {
            return runIn(take(invocation.requestId()), invocation);
        } catch (IOException | RuntimeException e) {
            // Also what nobody foresees: an event that its caller has been promised must not end with a stack trace.
            String message = "function " + name + " cannot be run: " + e.getMessage();
            tellRefused(invocation, message);
            return new Unavailable(message);
        } finally {
            concurrency.release();
        }
    }

    private InvocationResult runIn(Environment environment, Invocation invocation) throws InterruptedException {
        try {
            return new InvocationRun(invocation, environment.function(), environment, machine).run();
        } finally {
            giveBack(environment);
        }
    }

    private Environment take(String requestId) throws IOException, InterruptedException {
        Optional<Environment> waiting = takeIdle(requestId);
        return waiting.isPresent() ? waiting.get() : start(requestId);
    }

    /** Starts a process when it is its turn, unless another one has become idle meanwhile. */
    private Environment start(String requestId) throws IOException, InterruptedException {
        Starts.Turn turn = machine.processes().starts().await();
        Environment started;
        try {
            Optional<Environment> waiting = takeIdle(requestId);
            if (waiting.isPresent()) {
                turn.giveBack();
                return waiting.get();
            }
            started = Environment.start(function(), machine);
        } catch (IOException | RuntimeException e) {
            turn.giveBack();
            throw e;
        }
        turn.until(started.session().ready());
        started.hold(requestId);
        synchronized (this) {
            if (!closed) {
                environments.add(started);
                return started;
            }
        }
        started.dispose();
        throw new IOException("the local Lambda is closed");
    }

    private synchronized Optional<Environment> takeIdle(String requestId) throws IOException {
        if (closed) {
            throw new IOException("the local Lambda is closed");
        }
        Environment environment = idle.pollFirst();
        while (environment != null && !environment.isReady()) {
            // Killed by somebody while it was idle.
            environments.remove(environment);
            environment.dispose();
            environment = idle.pollFirst();
        }
        if (environment != null) {
            environment.hold(requestId);
        }
        return Optional.ofNullable(environment);
    }

    private void giveBack(Environment environment) {
        if (!keep(environment)) {
            environment.dispose();
        }
    }

    private synchronized boolean keep(Environment environment) {
        environment.release();
        if (closed || !environment.function().equals(function) || !environment.isReady()) {
            environments.remove(environment);
            return false;
        }
        idle.addFirst(environment);
        return true;
    }

    /** Ends the environments that have been idle for longer than the machine keeps them. */
    public void endIdle() {
        takeLongIdle().forEach(Environment::dispose);
    }

    private synchronized List<Environment> takeLongIdle() {
        List<Environment> ended = idle.stream()
                .filter(environment ->
                        environment.idleTime().compareTo(machine.processes().idleTime()) > 0)
                .toList();
        idle.removeAll(ended);
        environments.removeAll(ended);
        return ended;
    }

    /** Lets the environments that are idle run until they are frozen again, behind their next invocation. */
    public synchronized void thaw() {
        idle.forEach(Environment::thaw);
    }

    /** All living environments. */
    public synchronized List<EnvironmentStatus> environments() {
        return environments.stream().map(Environment::status).toList();
    }

    /** Kills all processes. Invocations that run end as if somebody had killed theirs. */
    @Override
    public void close() {
        takeAll().forEach(Environment::dispose);
    }

    private synchronized List<Environment> takeAll() {
        closed = true;
        environments.forEach(Environment::kill);
        List<Environment> unused = List.copyOf(idle);
        idle.clear();
        environments.removeAll(unused);
        return unused;
    }

    private void tellRefused(Invocation invocation, String why) {
        machine.listener()
                .on(new InvocationEvent.Refused(machine.clock().instant(), name, invocation.requestId(), why));
    }
}
