package dev.longhaul.local.process;

import dev.longhaul.local.invocation.Invocation;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.local.machine.Machine;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The log of one invocation: every line goes to the listener, and the last 4 KB are kept. Not thread-safe. */
final class InvocationLog {

    private static final int TAIL = 4096;

    private final Invocation invocation;
    private final String environmentId;
    private final Machine machine;
    private final ByteArrayOutputStream tail = new ByteArrayOutputStream();

    InvocationLog(Invocation invocation, String environmentId, Machine machine) {
        this.invocation = invocation;
        this.environmentId = environmentId;
        this.machine = machine;
    }

    void line(String text) {
        tail.writeBytes((text + "\n").getBytes(StandardCharsets.UTF_8));
        if (tail.size() > 2 * TAIL) {
            byte[] kept = last(tail.toByteArray());
            tail.reset();
            tail.writeBytes(kept);
        }
        machine.listener()
                .on(new InvocationEvent.LogLine(
                        machine.clock().instant(),
                        invocation.functionName(),
                        invocation.requestId(),
                        environmentId,
                        text));
    }

    Payload tail() {
        return Payload.of(last(tail.toByteArray()));
    }

    private static byte[] last(byte[] bytes) {
        return bytes.length <= TAIL ? bytes : Arrays.copyOfRange(bytes, bytes.length - TAIL, bytes.length);
    }
}
