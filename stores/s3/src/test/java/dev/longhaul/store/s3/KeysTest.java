package dev.longhaul.store.s3;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The keys of markers, which are listed in the order of their leases. */
class KeysTest {

    private final Locale before = Locale.getDefault();

    @AfterEach
    void theMachinesLocale() {
        Locale.setDefault(before);
    }

    @Test
    void aKeyHasTheSameDigitsWhateverLocaleAJobHasLeftBehind() {
        Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
        assertThat("%d".formatted(12)).as("this locale has digits of its own").isNotEqualTo("12");

        assertThat(new Keys("prefix/").marker(Keys.place("Count", "chain"), new Marker(1_764_000_000_000L, 7)))
                .isEqualTo("prefix/live/0000001764000000000/Count/chain/7");
    }
}
