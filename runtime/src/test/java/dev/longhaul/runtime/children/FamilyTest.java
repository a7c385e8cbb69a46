package dev.longhaul.runtime.children;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Identity;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.chain.Position;
import dev.longhaul.runtime.chain.Work;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a family does where records are missing or can't be read. */
class FamilyTest {

    private static final Brood.Kind PARTS = new Brood.Kind("Part", 2, 5, false);

    private final List<String> sent = new ArrayList<>();
    private final List<Outcome> news = new ArrayList<>();
    private long now = 1_000_000;
    private int generation;
    private RuntimeException reading;

    private final Family family = new Family(new FakeTies());
    private final Brood parts = family.brood(PARTS);

    @Test
    void noMoreRunThanMay() {
        parts.add("a", "1");
        parts.add("b", "2");
        parts.add("c", "3");

        family.start(() -> true);

        assertThat(sent)
                .containsExactly(
                        "{\"longhaul\":{\"v\":1,\"start\":\"mother/a\",\"parent\":{\"job\":\"Parents\",\"chain\":\"mother\",\"generation\":1}},\"input\":1}",
                        "{\"longhaul\":{\"v\":1,\"start\":\"mother/b\",\"parent\":{\"job\":\"Parents\",\"chain\":\"mother\",\"generation\":1}},\"input\":2}");
        assertThat(family.hasUnsent()).isFalse();
        assertThat(parts.queued()).isOne();
        assertThat(parts.hasRoom()).isFalse();
    }

    @Test
    void aStartEventWithoutARecordIsSentAgainAtGrowingIntervalsAndGivenUp() {
        parts.add("a", "1");
        family.start(() -> true);

        for (int minute = 0; minute < 18 * 60; minute++) {
            now += Duration.ofMinutes(1).toMillis();
            family.join(parts, news::add);
        }

        assertThat(sent).hasSize(10);
        assertThat(news).hasSize(1);
        assertThat(news.get(0).failure().kind()).isEqualTo("NeverStarted");
        assertThat(parts.isDone()).isTrue();
    }

    @Test
    void aChildOfWhichNobodyKnowsAnyMoreIsNotStartedAgain() {
        parts.add("a", "1");
        family.start(() -> true);
        now += Duration.ofDays(14).toMillis();

        family.join(parts, news::add);

        assertThat(sent).hasSize(1);
        assertThat(news.get(0).failure().kind()).isEqualTo("Forgotten");
    }

    @Test
    void aRecordThatCannotBeReadIsNewsAndAStoreThatIsAwayIsNot() {
        parts.add("a", "1");
        family.start(() -> true);
        reading = new StoreUnavailableException("the store is down", null);
        assertThatThrownBy(() -> family.join(parts, news::add)).isSameAs(reading);
        assertThat(news).isEmpty();

        reading = new StoreException("the record of Part, chain mother/a, can't be read", null);
        family.join(parts, news::add);

        assertThat(news.get(0).failure().kind()).isEqualTo("Unreadable");
        assertThat(parts.failed()).isOne();
    }

    @Test
    void theLastGenerationStartsNoChildren() {
        generation = ParentChain.LAST_GENERATION;

        assertThatThrownBy(family::requireMayStart)
                .hasMessageContaining("mother is of the generation 8")
                .hasMessageContaining("starts no children");
    }

    @Test
    void namesAndNumbersAreBounded() {
        parts.add("a", "1");
        assertThatThrownBy(() -> parts.add("a", "2")).hasMessageContaining("a name of its own");
        assertThatThrownBy(() -> parts.add(" ", "2")).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> parts.add("x".repeat(101), "2")).hasMessageContaining("has 101 characters");
        for (String name : List.of("b", "c", "d", "e")) {
            parts.add(name, "3");
        }
        assertThatThrownBy(() -> parts.add("f", "4")).hasMessageContaining("Raise most of @Children");
        assertThatThrownBy(
                        () -> family.brood(new Brood.Kind("Part", 9, 9, false)).add("large", "5".repeat(50_001)))
                .hasMessageContaining("50000 characters");
    }

    @Test
    void whatIsSavedComesBack() throws Exception {
        parts.add("a", "{\"n\":1}");
        parts.add("b", "null");
        parts.add("c", "3");
        family.start(() -> true);
        parts.ended(Outcome.failed("b", "Broken", "why"));
        StateWriter out = new StateWriter();
        parts.save(out);
        String saved = out.finish();

        Brood again = new Family(new FakeTies()).brood(PARTS);
        again.restore(new StateReader(saved));
        StateWriter twice = new StateWriter();
        again.save(twice);

        assertThat(twice.finish()).isEqualTo(saved);
        assertThat(List.of(again.running(), again.queued())).containsExactly(1, 1);
        assertThat(List.of(again.started(), again.completed(), again.failed())).containsExactly(3L, 0L, 1L);
    }

    private final class FakeTies implements Ties {

        @Override
        public ChainRecord parent() {
            ParentChain grandmother = generation == 0 ? null : new ParentChain("Parents", "grandmother", generation);
            Identity identity =
                    Identity.first("Parents", "mother", null, 1, "request").withParent(grandmother);
            return ChainRecord.first(identity, Position.first("request", "arn", 1, 1), Work.none(null), List.of());
        }

        @Override
        public long nowMillis() {
            return now;
        }

        @Override
        public long retentionMillis() {
            return Duration.ofDays(14).toMillis();
        }

        @Override
        public void start(String job, String event) {
            sent.add(event);
        }

        @Override
        public String chainId(String name) {
            return name;
        }

        @Override
        public Optional<ChainRecord> read(String job, String chainId) {
            if (reading != null) {
                throw reading;
            }
            return Optional.empty();
        }

        @Override
        public void stop(String job, String chainId, String reason) {}
    }
}
