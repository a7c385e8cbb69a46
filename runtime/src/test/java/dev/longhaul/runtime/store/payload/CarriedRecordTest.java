package dev.longhaul.runtime.store.payload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.protocol.Claim;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import dev.longhaul.runtime.store.RecordTooLargeException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The record of one invocation. */
class CarriedRecordTest {

    private static final ChainRecord FIRST = ((Claim.Granted)
                    Claims.start(null, "Count", "chain", "{}", new Claimant("request", "arn", null, 1_000, 2_000)))
            .next();

    private final CarriedRecord store = new CarriedRecord(null);

    @Test
    void whatWasWrittenIsRead() {
        ChainRecord second = FIRST.change().hop(1).build();

        assertThat(store.write(FIRST)).isTrue();
        assertThat(store.write(second)).isTrue();

        assertThat(store.read("Count", "chain")).contains(second);
        assertThat(store.read("Count", "other")).isEmpty();
        assertThat(store.list("Count", 9).chains()).containsExactly(second);
    }

    @Test
    void whatDoesNotFollowIsNotWritten() {
        ChainRecord second = FIRST.change().hop(1).build();

        assertThat(store.write(second)).isFalse();
        store.write(FIRST);
        assertThat(store.write(FIRST)).isFalse();
        assertThat(new CarriedRecord(second).write(second)).isFalse();
        assertThat(new CarriedRecord(second).write(second.change().build())).isTrue();
    }

    @Test
    void theEventOfTheLargestRecordFitsAnAsynchronousInvocation() {
        String chain = "\u4e2d".repeat(Envelope.LONGEST_NAME);
        String job = "J".repeat(64);
        ChainRecord full = withText(FIRST, "x".repeat(CarriedRecord.LARGEST - bytes(withText(FIRST, ""))));

        String event = Envelope.continuation(job, chain, Integer.MAX_VALUE, ChainJson.write(full));

        assertThat(event.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(1_048_576);
    }

    @Test
    void aRecordMayHaveWhatTheStoreSaysAndNotAByteMore() {
        store.write(FIRST);
        int room = CarriedRecord.LARGEST - bytes(withText(FIRST, ""));
        ChainRecord full = withText(FIRST, "\u00e9".repeat(room / 2) + "x".repeat(room % 2));

        assertThat(bytes(full)).isEqualTo(CarriedRecord.LARGEST);
        assertThatThrownBy(() -> store.write(withText(FIRST, "\u00e9".repeat(room / 2) + "xx")))
                .isInstanceOf(RecordTooLargeException.class)
                .hasMessageContaining("this store holds at most 1044480");
        assertThat(store.read("Count", "chain")).as("the last one stays").contains(FIRST);
        assertThat(store.write(full)).isTrue();
    }

    private static ChainRecord withText(ChainRecord chain, String text) {
        return chain.change()
                .state(new SavedState("{\"text\":\"" + text + "\"}", "schema"))
                .build();
    }

    private static int bytes(ChainRecord chain) {
        return ChainJson.write(chain).getBytes(StandardCharsets.UTF_8).length;
    }
}
