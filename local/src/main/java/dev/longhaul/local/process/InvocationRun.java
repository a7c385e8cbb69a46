package dev.longhaul.local.process;

import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.FunctionName;
import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationResult.Completed;
import dev.longhaul.local.invocation.InvocationStatus;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.invocation.Report;
import dev.longhaul.local.machine.Machine;
import dev.longhaul.local.runtimeapi.Delivery;
import dev.longhaul.local.runtimeapi.DeliveryResult;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One invocation in one environment, from init to REPORT. Used once, by one thread. */
final class InvocationRun {

    private static final long LOOK_NANOS = 50_000_000;

    private final Invocation invocation;
    private final FunctionConfig function;
    private final Environment environment;
    private final Machine machine;
    private final InvocationLog log;

    InvocationRun(Invocation invocation, FunctionConfig function, Environment environment, Machine machine) {
        this.invocation = invocation;
        this.function = function;
        this.environment = environment;
        this.machine = machine;
        this.log = new InvocationLog(invocation, environment.id(), machine);
    }

    /** Runs it; afterwards the environment is ready for the next one, or of no more use. */
    Completed run() throws InterruptedException {
        Optional<Duration> init = Optional.empty();
        if (!environment.isInitialised()) {
            Optional<Optional<DeliveryResult>> ready = await(
                    environment.session().ready(),
                    environment.startedNanos(),
                    function.limits().initPhase().plus(function.limits().timeout()));
            init = Optional.of(since(environment.startedNanos()));
            if (ready.isEmpty()) {
                started(true);
                return failed(
                        PlatformError.timedOut(function.limits().timeout()),
                        InvocationStatus.TIMED_OUT,
                        function.limits().timeout(),
                        init);
            }
            if (ready.get().isPresent()) {
                started(true);
                return completed(ready.get().get(), Duration.ZERO, init);
            }
            environment.markInitialised();
        }
        started(init.isPresent());
        Duration late = init.map(took -> took.minus(function.limits().initPhase()))
                .filter(over -> !over.isNegative())
                .orElse(Duration.ZERO);
        long startedNanos = System.nanoTime() - late.toNanos();
        Instant deadline =
                machine.clock().instant().plus(function.limits().timeout()).minus(late);
        CompletableFuture<DeliveryResult> pending = environment.session().deliver(new Delivery(invocation, deadline));
        Optional<DeliveryResult> answer =
                await(pending, startedNanos, function.limits().timeout());
        Duration duration = since(startedNanos);
        if (answer.isEmpty()) {
            return failed(
                    PlatformError.timedOut(function.limits().timeout()), InvocationStatus.TIMED_OUT, duration, init);
        }
        // A process that answered and does not ask for more in time is not used again, but its answer counts.
        await(environment.session().ready(), startedNanos, function.limits().timeout());
        return completed(answer.get(), duration, init);
    }

    private Completed completed(DeliveryResult answer, Duration duration, Optional<Duration> init) {
        if (answer instanceof DeliveryResult.Response response) {
            return report(response.payload(), InvocationStatus.SUCCEEDED, duration, init);
        } else if (answer instanceof DeliveryResult.HandlerError error) {
            return report(error.payload(), InvocationStatus.FUNCTION_ERROR, duration, init);
        } else if (answer instanceof DeliveryResult.InitError error) {
            return report(error.payload(), InvocationStatus.INIT_ERROR, duration, init);
        } else {
            return failed(
                    PlatformError.exited(((DeliveryResult.Exit) answer).status()),
                    InvocationStatus.EXITED,
                    duration,
                    init);
        }
    }

    private Completed failed(PlatformError error, InvocationStatus status, Duration duration, Optional<Duration> init) {
        environment.peakMegabytes();
        environment.killAndWait();
        environment.log().readAll(log::line);
        if (status == InvocationStatus.TIMED_OUT) {
            log.line(machine.clock().instant() + " " + invocation.requestId() + " " + error.text());
        } else {
            log.line("RequestId: " + invocation.requestId() + " Error: " + error.text());
            log.line(error.type());
        }
        return report(error.payload(invocation.requestId()), status, duration, init);
    }

    private Completed report(Payload payload, InvocationStatus status, Duration duration, Optional<Duration> init) {
        environment.log().readAll(log::line);
        Report report = new Report(
                invocation.requestId(),
                invocation.attempt(),
                status,
                duration,
                init,
                function.limits().memoryMegabytes(),
                environment.peakMegabytes());
        log.line("END RequestId: " + invocation.requestId());
        log.line(report.line());
        machine.listener()
                .on(new InvocationEvent.Finished(
                        machine.clock().instant(), invocation.functionName(), environment.id(), report));
        return new Completed(report, payload, log.tail());
    }

    private void started(boolean coldStart) {
        environment.log().read(log::line);
        machine.listener()
                .on(new InvocationEvent.Started(
                        machine.clock().instant(),
                        invocation.functionName(),
                        invocation.requestId(),
                        invocation.attempt(),
                        environment.id(),
                        environment.pid(),
                        coldStart));
        log.line("START RequestId: " + invocation.requestId() + " Version: " + FunctionName.LATEST);
    }

    /** Waits, and passes the log on meanwhile; empty when the limit, counted from the start, is over. */
    private <T> Optional<T> await(CompletableFuture<T> future, long startedNanos, Duration limit)
            throws InterruptedException {
        while (true) {
            long left = limit.minus(since(startedNanos)).toNanos();
            try {
                return Optional.of(future.get(Math.max(0, Math.min(LOOK_NANOS, left)), TimeUnit.NANOSECONDS));
            } catch (TimeoutException notYet) {
                if (limit.compareTo(since(startedNanos)) <= 0) {
                    return Optional.empty();
                }
                environment.log().read(log::line);
                environment.peakMegabytes();
            } catch (ExecutionException e) {
                throw new IllegalStateException("a session never fails a future", e);
            }
        }
    }

    private static Duration since(long nanos) {
        return Duration.ofNanos(System.nanoTime() - nanos);
    }
}
