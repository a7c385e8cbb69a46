package dev.longhaul.runtime.continuation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceHeadersTest {

    private static final String ROOT = "Root=1-5759e988-bd862e3fe1be46a994272793";
    private static final String HEADER = ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1;Lineage=1:a87bd80c:0";

    @ParameterizedTest
    @ValueSource(strings = {ROOT, HEADER, "Self=1-67891233-12456789abcdef012345678;" + HEADER, "anything"})
    void anOrdinaryHeaderStaysAsItIs(String header) {
        assertThat(TraceHeaders.single(header)).contains(header);
    }

    @ParameterizedTest
    @ValueSource(strings = {HEADER + "," + HEADER, HEADER + ", Root=1-another", " " + HEADER + " ,", HEADER + ",,,"})
    void theFirstOfSeveralValuesIsTheHeader(String header) {
        assertThat(TraceHeaders.single(header)).contains(HEADER);
    }

    @Test
    void aHeaderThatDoubledWithEveryHopIsOneAgain() {
        String grown = String.join(",", Collections.nCopies(1_024, HEADER));

        assertThat(TraceHeaders.single(grown)).contains(HEADER);
    }

    @Test
    void aHeaderThatGrewWithoutACommaKeepsTheFieldsThatLambdaKnows() {
        assertThat(TraceHeaders.single(HEADER + ";" + "Hop=1;".repeat(100))).contains(HEADER);
        assertThat(TraceHeaders.single(String.join(";", Collections.nCopies(100, HEADER))))
                .contains(HEADER);
        assertThat(TraceHeaders.single("x".repeat(300) + ";" + HEADER)).contains(HEADER);
    }

    @Test
    void aFieldThatGrewIsLeftOut() {
        assertThat(TraceHeaders.single(HEADER + "|a87bd80c:1".repeat(100)))
                .contains(ROOT + ";Parent=53995c3f42cd8ad8;Sampled=1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ",", "Root=1\r\nX-Other: 1", "Root=1-\u00e9", "Root=\u0000"})
    void whatIsNoHeaderIsNotSent(String header) {
        assertThat(TraceHeaders.single(header)).isEmpty();
    }

    @Test
    void whatHasNoFieldThatFitsIsNotSent() {
        assertThat(TraceHeaders.single("Root=" + "1".repeat(TraceHeaders.MAXIMUM)))
                .isEmpty();
        assertThat(TraceHeaders.single("x".repeat(TraceHeaders.MAXIMUM + 1))).isEmpty();
    }
}
