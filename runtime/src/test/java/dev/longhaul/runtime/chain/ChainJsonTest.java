package dev.longhaul.runtime.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.chain.Usage.Baseline;
import dev.longhaul.runtime.chain.Usage.NextStep;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainJsonTest {

    private static final ChainRecord FULL = new ChainRecord(
            new Identity("Count", "chain", "green", 1, "starter", new ParentChain("Parents", "mother", 1)),
            7,
            new Position(ChainStatus.STOPPED, 3, 4, "request", "arn", 17, 2),
            new Work(
                    "{\"from\":1}",
                    new SavedState("{\"count\":99}", "abc"),
                    99,
                    6,
                    new Progress(9, 10, "nearly"),
                    250,
                    new Inbox(List.of(new Signal("add", "x", "{\"n\":1}")), List.of("abc"), new ChildNews(3, 5, true))),
            new Usage(12, 12_345, 1, new NextStep(2, 77), 5, 6, new Baseline(2, 3, 4, 5, 6)),
            new Ending("enough", new Failure("MaxHops", "too \"many\""), "[1,2]", 88, 30),
            List.of(new HopEntry(3, 4, 5, 6, 7, End.FINISHED)));

    @Test
    void aFullRecordComesBack() {
        assertThat(ChainJson.read(ChainJson.write(FULL))).isEqualTo(FULL);
    }

    @Test
    void anEmptyRecordComesBack() {
        ChainRecord empty = FULL.change()
                .input(null)
                .state(null)
                .progress(null)
                .stopRequested(null)
                .failure(null)
                .result(null)
                .build();

        assertThat(ChainJson.read(ChainJson.write(empty))).isEqualTo(empty);
    }

    @Test
    void fieldsOfALaterVersionArePassedOver() {
        String later = ChainJson.write(FULL).replaceFirst("\\{", "{\"new\":{\"a\":[1]},");

        assertThat(ChainJson.read(later)).isEqualTo(FULL);
    }

    @Test
    void eachInvocationOfTheHistoryComesBackWithItsEnd() {
        ChainRecord record = FULL.change()
                .enter(new HopEntry(4, 5, 1_000, 2_000, 12, End.HANDED_OFF))
                .enter(new HopEntry(5, 6, 2_100, 3_000, 0, End.LOST))
                .enter(new HopEntry(5, 7, Long.MAX_VALUE, Long.MIN_VALUE, Long.MAX_VALUE, End.OPEN))
                .build();
        String json = ChainJson.write(record);

        assertThat(json).contains("[1,1,994,1000,12],[1,1,100,900,0,\"LOST\"]");
        assertThat(ChainJson.read(json)).isEqualTo(record);
    }

    @Test
    void aHistoryOfALaterVersionIsReadAsFarAsItIsKnown() {
        String later = ChainJson.write(FULL).replace("\"FINISHED\"]", "\"FINISHED\",{\"kills\":[1]}]");

        assertThat(ChainJson.read(later)).isEqualTo(FULL);
    }

    @Test
    void anInvocationThatLacksANumberIsRefused() {
        String cut = ChainJson.write(FULL).replaceFirst("\"history\":\\[\\[[^\\]]*\\]", "\"history\":[[3,4,5]");

        assertThatThrownBy(() -> ChainJson.read(cut))
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("an invocation in the history has five numbers");
    }

    @Test
    void whatIsNoRecordIsRefused() {
        assertThatThrownBy(() -> ChainJson.read("{\"job\":\"Count\"}"))
                .isInstanceOf(CorruptRecordException.class)
                .hasMessageContaining("revision, identity, position or usage is missing");
        assertThatThrownBy(() -> ChainJson.read("{\"position\":{\"status\":\"ASLEEP\"}}"))
                .isInstanceOf(CorruptRecordException.class);
        assertThatThrownBy(() -> ChainJson.read("{\"job\":")).isInstanceOf(CorruptRecordException.class);
    }

    @Test
    void theHistoryForgetsItsOldestEntries() {
        ChainChange change = FULL.change();
        for (int hop = 4; hop < 4 + ChainChange.HISTORY; hop++) {
            change.enter(new HopEntry(hop, hop, 0, 0, 0, End.OPEN));
        }

        assertThat(change.build().history())
                .hasSize(ChainChange.HISTORY)
                .first()
                .extracting(HopEntry::hop)
                .isEqualTo(4);
    }
}
