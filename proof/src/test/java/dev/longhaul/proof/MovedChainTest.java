package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStores;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A chain moves between Lambda functions and containers, all of them real processes, some of which are killed or ended on its way.
 * Each transfer is made under one key, and the state is that of each step once.
 */
class MovedChainTest {

    private static final int TRANSFERS = 45;
    private static final int STEP_MILLIS = 80;
    /** What a process has done when it is killed or ended. */
    private static final int SOME = 4;
    /** As a shell has it: 128 and the signal's number. */
    private static final int BY_SIGTERM = 143;

    @TempDir
    Path folder;

    @Test
    void fromLambdaIntoContainers() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda lambda = new Lambda(uri, 1, Map.of("LONGHAUL_CONTINUE", "none"), event -> {});
                Containers containers = new Containers(folder, Map.of("LONGHAUL_STORE", uri))) {
            lambda.send(ledger.start("moved", TRANSFERS, STEP_MILLIS));
            Process killed = containers.start();
            Awaiting.until("a container has the chain", () -> containers.hasClaimed(killed));
            int before = ledger.lines("moved");
            assertThat(before).as("what Lambda has done").isPositive();
            Process ended = containers.start();
            Awaiting.until("it has made transfers", () -> ledger.lines("moved") > before + SOME);
            killed.destroyForcibly();

            Awaiting.until("the next container has the chain", () -> containers.hasClaimed(ended));
            int then = ledger.lines("moved");
            Process last = containers.start();
            Awaiting.until("it has made transfers", () -> ledger.lines("moved") > then + SOME);
            ended.destroy();
            assertThat(ended.waitFor()).isEqualTo(BY_SIGTERM);
            assertThat(containers.said(ended)).contains("\"longhaul\":\"handed off\"");

            Awaiting.until("the chain has ended", () -> containers.said(last).contains("\"longhaul\":\"completed\""));
            ChainRecord end = store.read(Lambda.JOB, "moved").orElseThrow();
            int again = ledger.check(end, TRANSFERS);
            assertThat(lambda.invocations()).isEqualTo(1);
            assertThat(end.billedMillis()).as("the time of Lambda alone").isLessThan(STEP_MILLIS * (long) TRANSFERS);
            System.out.printf("moved into containers: %d hops, %d transfers made again%n", end.hop() + 1, again);
        }
    }

    @Test
    void fromAContainerIntoLambda() throws Exception {
        Ledger ledger = new Ledger(Files.createDirectory(folder.resolve("ledger")));
        String uri = folder.resolve("store").toUri().toString();
        try (CheckpointStore store = CheckpointStores.open(uri, Map.of());
                Lambda lambda = new Lambda(uri, 1);
                Containers containers = new Containers(
                        folder,
                        Map.of(
                                "LONGHAUL_STORE", uri,
                                "LONGHAUL_CONTINUE", "self",
                                "AWS_REGION", "us-east-1",
                                "AWS_ACCESS_KEY_ID", "test",
                                "AWS_SECRET_ACCESS_KEY", "test",
                                "AWS_ENDPOINT_URL_LAMBDA", lambda.endpoint().toString()))) {
            String[] command = {
                "--start",
                "moved",
                "--input",
                ledger.input(TRANSFERS, STEP_MILLIS),
                "--function",
                "arn:aws:lambda:us-east-1:000000000000:function:" + Lambda.JOB
            };
            Process killed = containers.start(command);
            Awaiting.until("it has made transfers", () -> ledger.lines("moved") > SOME);
            // As a service does: the next one has the same command, and goes on with the chain.
            Process ended = containers.start(command);
            killed.destroyForcibly();
            Awaiting.until("the next container has the chain", () -> containers.hasClaimed(ended));
            int then = ledger.lines("moved");
            Awaiting.until("it has made transfers", () -> ledger.lines("moved") > then + SOME);
            ended.destroy();
            assertThat(ended.waitFor()).isEqualTo(BY_SIGTERM);

            Awaiting.until("Lambda has the chain", () -> !lambda.running().isEmpty());
            Started running = lambda.running().get(0);
            int there = ledger.lines("moved");
            Awaiting.until("it has made transfers", () -> ledger.lines("moved") > there + SOME);
            ProcessHandle.of(running.pid()).ifPresent(ProcessHandle::destroyForcibly);

            Awaiting.until(
                    "the chain has ended",
                    () -> store.read(Lambda.JOB, "moved").orElseThrow().status().terminal());
            ChainRecord end = store.read(Lambda.JOB, "moved").orElseThrow();
            int again = ledger.check(end, TRANSFERS);
            assertThat(lambda.invocations()).isGreaterThan(1);
            System.out.printf("moved into Lambda: %d hops, %d transfers made again%n", end.hop() + 1, again);
        }
    }
}
