package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.SavedState;
import dev.longhaul.runtime.event.ChainEvent;
import dev.longhaul.runtime.event.ChainEvent.Continue;
import dev.longhaul.runtime.event.Envelope;
import dev.longhaul.runtime.event.EventException;
import dev.longhaul.runtime.protocol.Claim.Granted;
import dev.longhaul.runtime.protocol.Claimant;
import dev.longhaul.runtime.protocol.Claims;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written can be read, in a record and in an event: names, texts, depths and numbers at their limits. */
class DocumentsTest {

    @Test
    void theKeyOfAMapMayHaveAnyLength() throws IOException {
        Map<String, Integer> map = Map.of("k".repeat(2_000_000), 1);
        StateWriter out = new StateWriter();
        out.entries(map);
        ChainRecord record = withState(out.finish());

        ChainRecord read = ChainJson.read(ChainJson.write(record));

        assertThat(read).isEqualTo(record);
        assertThat(new StateReader(state(read)).map(String.class, Integer.class))
                .isEqualTo(map);
    }

    @Test
    void aTextMayHaveAnyLength() throws IOException {
        String text = "x".repeat(25_000_000);
        StateWriter out = new StateWriter();
        out.string(text);

        ChainRecord read = ChainJson.read(ChainJson.write(withState(out.finish())));

        assertThat(new StateReader(state(read)).string().equals(text)).isTrue();
    }

    @Test
    void bytesMayHaveAnyLength() throws IOException {
        byte[] bytes = new byte[20_000_000];
        bytes[bytes.length - 1] = 7;
        StateWriter out = new StateWriter();
        out.bytes(bytes);

        ChainRecord read = ChainJson.read(ChainJson.write(withState(out.finish())));

        assertThat(new StateReader(state(read)).bytes()).isEqualTo(bytes);
    }

    /** Names with one hash: a table of names would give up on them. */
    @Test
    void namesThatCollideAreRead() throws IOException {
        StringBuilder document = new StringBuilder("{");
        for (int i = 0; i < 4_096; i++) {
            String bits = Integer.toBinaryString(4_096 | i).substring(1);
            document.append(i == 0 ? "" : ",")
                    .append('"')
                    .append(bits.replace("0", "Aa").replace("1", "BB"))
                    .append("\":")
                    .append(i);
        }
        String state = document.append('}').toString();

        assertThat(new StateReader(state).map(String.class, Integer.class)).hasSize(4_096);
        assertThat(ChainJson.read(ChainJson.write(withState(state)))).isEqualTo(withState(state));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 998, 999, 1_000})
    void whatIsNestedAsDeepAsIsAllowedGoesThroughRecordsAndEvents(int depth) throws IOException {
        String deep = nested(depth);

        assertThat(Envelope.read(deep, "Count")).isEqualTo(new ChainEvent.Start(null, deep));
        assertThat(Envelope.read("{\"longhaul\":{\"v\":1,\"start\":\"n\"},\"input\":" + deep + "}", "Count"))
                .isEqualTo(new ChainEvent.Start("n", deep));

        ChainRecord record = started(deep)
                .change()
                .state(new SavedState(deep, "abc"))
                .result(deep)
                .build();
        String json = ChainJson.write(record);
        assertThat(ChainJson.read(json)).isEqualTo(record);
        Continue carried = (Continue) Envelope.read(Envelope.continuation("Count", "chain", 1, json), "Count");
        assertThat(ChainJson.read(carried.record())).isEqualTo(record);
    }

    @ParameterizedTest
    @ValueSource(ints = {1_001, 1_016, 1_017, 100_000})
    void whatIsNestedDeeperIsRefusedAsAStart(int depth) {
        String deep = nested(depth);

        assertThatThrownBy(() -> Envelope.read(deep, "Count"))
                .isInstanceOf(EventException.class)
                .hasMessageContaining("it is nested more than 1,000 levels deep");
        assertThatThrownBy(
                        () -> Envelope.read("{\"input\":" + deep + ",\"longhaul\":{\"v\":1,\"start\":\"n\"}}", "Count"))
                .isInstanceOf(EventException.class)
                .hasMessageContaining("\"input\": it is nested more than 1,000 levels deep");
    }

    @Test
    void aStateThatIsNestedDeeperIsRefusedWhenItIsWritten() throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("matrix");
        for (int i = 1; i < Documents.DEPTH; i++) {
            out.beginArray();
            out.integer(i);
        }

        assertThatThrownBy(out::beginArray)
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(
                        "\"matrix\": it is nested more than 1,000 levels deep, and its path repeats \"1\";");
    }

    @Test
    void anObjectThatLeadsBackToItselfIsNamedWithItsCycle() throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("count").integer(1);
        out.field("root").beginObject();

        assertThatThrownBy(() -> {
                    while (true) {
                        out.field("kids").beginArray();
                        out.beginObject();
                        out.field("name").string("Anna");
                        out.field("parent").beginObject();
                    }
                })
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith("\"root\": it is nested more than 1,000 levels deep, and its path repeats")
                .hasMessageContaining("kids/0/parent")
                .hasMessageNotContaining("Anna")
                .message()
                .hasSizeLessThan(400);
    }

    @Test
    void aRowOfObjectsIsNamedWithItsField() throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("head");

        assertThatThrownBy(() -> {
                    while (true) {
                        out.beginObject();
                        out.field("next");
                    }
                })
                .isInstanceOf(StateException.class)
                .hasMessageStartingWith(
                        "\"head\": it is nested more than 1,000 levels deep, and its path repeats \"next\";");
    }

    @Test
    void aNumberOfTooManyDigitsIsRefusedByName() {
        String most = "{\"n\":" + "9".repeat(1_000) + "}";
        assertThat(Envelope.read(most, "Count")).isEqualTo(new ChainEvent.Start(null, most));
        assertThat(ChainJson.read(ChainJson.write(started(most)))).isEqualTo(started(most));

        for (String number : new String[] {"9".repeat(1_001), "0." + "9".repeat(1_001), "1e" + "9".repeat(1_001)}) {
            assertThatThrownBy(() -> Envelope.read("{\"n\":" + number + "}", "Count"))
                    .isInstanceOf(EventException.class)
                    .hasMessageContaining("a number has more than 1,000 digits");
        }
    }

    /** What is around a value is not taken with it, however it is written and wherever it lies in a reader's buffers. */
    @Test
    void aValueIsTakenAsItStandsInItsDocument() throws IOException {
        Random random = new Random(20261128);
        for (int i = 0; i < 300; i++) {
            List<String> values = new ArrayList<>();
            for (int n = 0; n < 20; n++) {
                values.add(RandomJson.value(random));
            }
            String document = RandomJson.array(random, values);

            StateReader in = new StateReader(document);
            in.beginArray();
            for (String value : values) {
                assertThat(in.next()).isTrue();
                assertThat(random.nextBoolean() ? in.raw() : in.document()).isEqualTo(value);
            }
            assertThat(in.next()).isFalse();
            assertThat(in.atEnd()).isTrue();
            assertThat(in.whole()).isEqualTo(document.strip());
        }
    }

    private static String nested(int depth) {
        return "[".repeat(depth) + "]".repeat(depth);
    }

    private static ChainRecord started(String input) {
        return ((Granted)
                        Claims.start(null, "Count", "chain", input, new Claimant("request", "arn", null, 1_000, 2_000)))
                .next();
    }

    private static ChainRecord withState(String state) {
        return started("null").change().state(new SavedState(state, "abc")).build();
    }

    private static String state(ChainRecord record) {
        SavedState state = record.state();
        assertThat(state).isNotNull();
        return state.json();
    }
}
