package dev.longhaul.example.demo.backfill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(Printable.of("")).isEmpty();
        assertThat(Printable.of("/docs/gr\u00fcezi?q=\u2713 \ud83d\ude9a"))
                .isEqualTo("/docs/gr\u00fcezi?q=\u2713 \ud83d\ude9a");
        assertThat(Printable.of("x".repeat(80))).isEqualTo("x".repeat(80));
    }

    @Test
    void longTextIsCut() {
        assertThat(Printable.of("/" + "x".repeat(5_000_000)))
                .isEqualTo("/" + "x".repeat(79) + "... (5,000,001 characters)");
        assertThat(Printable.of("\ud83d\ude9a".repeat(81)))
                .isEqualTo("\ud83d\ude9a".repeat(80) + "... (162 characters)");
    }

    @Test
    void whatATerminalWouldObeyIsEscaped() {
        assertThat(Printable.of("/\u001b[2J\r\n\u0007\u009b\u202e\u2028\ufeff\ud800"))
                .isEqualTo("/\\u{1b}[2J\\u{d}\\u{a}\\u{7}\\u{9b}\\u{202e}\\u{2028}\\u{feff}\\u{d800}");
    }
}
