package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DroppedTest {

    @Test
    void aPathIsNotedOnce() {
        Dropped dropped = new Dropped();
        dropped.accept("lists/[]/old");
        dropped.accept("gone");
        dropped.accept("lists/[]/old");

        assertThat(dropped.paths()).containsExactly("gone", "lists/[]/old");
    }

    @Test
    void notMoreThanTwentyPathsAreNoted() {
        Dropped dropped = new Dropped();
        IntStream.range(100, 200).forEach(i -> dropped.accept("f" + i));

        assertThat(dropped.paths()).hasSize(20).startsWith("f100");
    }
}
