package dev.longhaul.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The letters that were sent to the chains of a soak: the truth about their signals. */
final class Mail {

    private final Set<String> accepted = ConcurrentHashMap.newKeySet();
    private final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** The chain has taken it. */
    void accepted(String chain, int letter) {
        accepted.add(chain + '/' + letter);
    }

    /** The chain had ended, unless an earlier call was in time whose answer was lost. */
    void refused(String chain, int letter) {
        refused.add(chain + '/' + letter);
    }

    /** How many were accepted. */
    int size() {
        return accepted.size();
    }

    /** Each letter that was accepted was read once, and no other one. */
    void check(String chain, List<Integer> read) {
        assertThat(read).as("the letters of %s", chain).doesNotHaveDuplicates();
        List<String> known = new ArrayList<>();
        read.forEach(letter -> known.add(chain + '/' + letter));
        assertThat(accepted.stream().filter(letter -> letter.startsWith(chain + '/')))
                .as("the letters of %s that were accepted", chain)
                .isSubsetOf(known);
        known.removeAll(accepted);
        assertThat(refused).as("the letters of %s that were not", chain).containsAll(known);
    }
}
