package dev.longhaul.local.machine;

import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.local.runtimeapi.RuntimeApi;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

/**
 * What all functions of a local Lambda share.
 *
 * @param api what the processes talk to
 * @param folder for the files of the processes
 * @param processes how processes are started and kept
 * @param region for ARNs and the environment
 * @param clock gives the times in events and deadlines
 * @param listener is told what happens
 */
public record Machine(
        Api api, Path folder, Processes processes, String region, Clock clock, InvocationListener listener) {

    /**
     * What the processes talk to.
     *
     * @param runtime the Runtime API
     * @param address host and port of the server, for example {@code 127.0.0.1:4711}
     */
    public record Api(RuntimeApi runtime, String address) {}

    /**
     * How processes are started and kept.
     *
     * @param client the runtime client
     * @param starts how many may be in their init at once
     * @param idleTime how long one without work is kept
     * @param keeper ends those that would outlive this JVM
     */
    public record Processes(RuntimeFiles client, Starts starts, Duration idleTime, Keeper keeper) {}
}
