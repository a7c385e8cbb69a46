package dev.longhaul.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.functions.Echo;
import dev.longhaul.local.invocation.InvocationEvent.Finished;
import dev.longhaul.local.invocation.InvocationEvent.Queued;
import dev.longhaul.local.invocation.InvocationEvent.Requeued;
import dev.longhaul.local.invocation.InvocationResult.Reason;
import dev.longhaul.local.invocation.InvocationResult.Throttled;
import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The trouble that can be made by hand, to see what a function's callers do then. */
final class TroubleByHandTest {

    private final Recorder recorder = new Recorder();
    private LocalLambda local;

    @BeforeEach
    void start() throws IOException {
        local = LocalLambda.start(LocalOptions.defaults()
                .withDelays(delay -> Duration.ofMillis(20))
                .withListener(recorder));
        local.create(FunctionConfig.builder("echo", Echo.class.getName())
                .classPath(CallerClassPath.of(getClass()))
                .build());
    }

    @AfterEach
    void close() {
        local.close();
    }

    @Test
    void aThrottledFunctionRunsWhenItMayAgain() throws Exception {
        local.throttle("echo", true);
        assertThat(local.isThrottled("echo")).isTrue();
        assertThat(local.invoke("echo", Payload.of("1"))).isEqualTo(new Throttled(Reason.ACCOUNT_CONCURRENCY));
        String waiting = local.send("echo", Payload.of("2"));
        recorder.await(Requeued.class, 1, event -> event.requestId().equals(waiting));

        local.throttle("echo", false);

        recorder.await(Finished.class, 1, event -> event.requestId().equals(waiting));
        assertThatThrownBy(() -> local.throttle("other", true))
                .hasMessageContaining("there is no function")
                .hasMessageContaining("other");
    }

    @Test
    void anEventIsDeliveredAgainWithItsRequestId() throws Exception {
        String sent = local.send("echo", Payload.of("1"));
        Queued event = recorder.await(Queued.class, 1, "echo").get(0);
        assertThat(event.requestId()).isEqualTo(sent);

        local.deliverAgain(event.invocation());

        assertThat(recorder.await(Finished.class, 2, "echo"))
                .extracting(Finished::requestId)
                .containsOnly(sent);
    }
}
