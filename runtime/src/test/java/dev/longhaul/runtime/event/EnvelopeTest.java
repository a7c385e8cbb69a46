package dev.longhaul.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

    @Test
    void readsWhatItWrites() {
        String event = Envelope.continuation("Count", "nightly \u00e9 \"1\"", 7, null);

        assertThat(Envelope.read(event, "Count")).isEqualTo(new ChainEvent.Continue("nightly \u00e9 \"1\"", 7, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "17", "\"text\"", "[1,2]", "{\"longhau\":{\"v\":1}}", "{\"input\":1}"})
    void anyOtherJsonIsAStartEvent(String event) {
        assertThat(Envelope.read(event, "Count")).isEqualTo(new ChainEvent.Start(null, event));
    }

    @Test
    void aNamedStartHasItsInput() {
        String event = "{\"input\":{\"a\":[1.50]},\"longhaul\":{\"start\":\"nightly\",\"v\":1}}";

        assertThat(Envelope.read(event, "Count")).isEqualTo(new ChainEvent.Start("nightly", "{\"a\":[1.50]}"));
        assertThat(Envelope.read("{\"longhaul\":{\"v\":1,\"start\":\"x\"}}", "Count"))
                .isEqualTo(new ChainEvent.Start("x", "null"));
    }

    @Test
    void whatAnOperatorWantsIsRead() {
        assertThat(Envelope.read("{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"show\":true}}", "Count"))
                .isEqualTo(new ChainEvent.Show("x"));
        assertThat(Envelope.read(
                        "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"x\",\"stop\":\"why\"}}", "Count"))
                .isEqualTo(new ChainEvent.Stop("x", "why"));
        assertThat(Envelope.read(Envelope.resume("x"), "Count")).isEqualTo(new ChainEvent.Resume("x", null));
        assertThat(Envelope.read(
                        "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"resume\":true,\"qualifier\":\"$LATEST\"}}", "Count"))
                .isEqualTo(new ChainEvent.Resume("x", "$LATEST"));
        assertThat(Envelope.read(Envelope.signal("x", "approved", "id 7", "{\"by\":\"me\"}"), "Count"))
                .isEqualTo(new ChainEvent.Send("x", "approved", "id 7", "{\"by\":\"me\"}"));
        assertThat(Envelope.read("{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"signal\":\"go\"}}", "Count"))
                .isEqualTo(new ChainEvent.Send("x", "go", null, "null"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "{\"longhaul\":{\"v\":2,\"start\":\"x\"}} | the event's field \"longhaul/v\" is 2, and this function knows version 1",
                "{\"longhaul\":{\"start\":\"x\"}} | the event's field \"longhaul/v\" is null",
                "{\"longhaul\":{\"v\":1,\"start\":\" \"}} | the event's field \"longhaul/start\" has 1 characters",
                "{\"longhaul\":{\"v\":1,\"start\":\"x\",\"hop\":1}} | the event's field \"longhaul/start\" stands beside chain, hop, record, show, stop, resume or signal",
                "{\"longhaul\":{\"v\":1,\"start\":\"x\"},\"inptu\":1} | the event's field \"inptu\" stands beside an envelope",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"hop\":1}} | the event's field \"longhaul/job\" is missing",
                "{\"longhaul\":{\"v\":1,\"job\":\"Other\",\"chain\":\"x\",\"hop\":1}} | the event's field \"longhaul/job\" is \"Other\", and this function runs \"Count\"",
                "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"hop\":1}} | the event's field \"longhaul/chain\" is missing",
                "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"x\",\"hop\":-1}} | the event's field \"longhaul/hop\" is -1",
                "{\"longhaul\":{\"v\":1,\"job\":\"Count\",\"chain\":\"x\",\"hop\":1},\"input\":1} | the event's field \"input\" stands in a continuation",
                "{\"longhaul\":{\"v\":1,\"show\":true}} | the event's field \"longhaul/chain\" is missing",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"show\":false}} | the event's field \"longhaul/show\" is false",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"show\":true,\"resume\":true}} | the event's field \"longhaul/chain\" stands beside more or less than one of show, stop, resume and signal",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"hop\":1,\"show\":true}} | the event's field \"longhaul/chain\" is to be continued, and to be shown",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"show\":true},\"input\":1} | the event's field \"input\" stands beside show",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"qualifier\":\"7\",\"show\":true}} | the event's field \"longhaul/qualifier\" stands without \"resume\"",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"qualifier\":\"a b\",\"resume\":true}} | the event's field \"longhaul/qualifier\" is neither an alias nor a version",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"signal\":\"\"}} | the event's field \"longhaul/signal\" has 0 characters",
                "{\"longhaul\":{\"v\":1,\"chain\":\"x\",\"id\":\"y\",\"show\":true}} | the event's field \"longhaul/id\" stands without \"signal\"",
                "{\"longhaul\":{\"v\":1,\"start\":\"x\",\"show\":true}} | the event's field \"longhaul/start\" stands beside chain",
                "{\"longhaul\":{\"v\":1,\"chian\":\"x\"}} | the event can't be read: \"longhaul/chian\": an envelope has no such field",
                "{\"longhaul\":7} | the event can't be read: \"longhaul\": an object was expected, but this is a number",
                "{\"longhaul\":{\"v\":\"1\"}} | the event can't be read: \"longhaul/v\": a whole number was expected, but this is a string",
                "{\"a\":1 | the event can't be read: ",
                "{} {} | the event has more than one JSON document",
                "'' | the event can't be read: a JSON document was expected, and there is none"
            })
    void aMalformedEventIsNamed(String event, String message) {
        assertThatThrownBy(() -> Envelope.read(event, "Count"))
                .isInstanceOf(EventException.class)
                .hasMessageStartingWith(message);
    }

    /** Found by mutation: such a number fits no type of Java's, and is JSON all the same. */
    @Test
    void aNumberThatFitsNoTypeIsPassedOnAsItIs() {
        String event = "{\"n\":[1e99999999999999999999, -0.10, 123456789012345678901234567890]}";

        assertThat(Envelope.read(event, "Count")).isEqualTo(new ChainEvent.Start(null, event));
    }
}
