package dev.longhaul.example.demo.backfill;

import java.util.Locale;

/** Text from elsewhere as it may stand on a terminal: cut, and with what would move the cursor or hide something escaped. */
final class Printable {

    private static final int MOST = 80;

    private Printable() {}

    static String of(String text) {
        StringBuilder shown = new StringBuilder();
        int end = text.offsetByCodePoints(0, Math.min(MOST, text.codePointCount(0, text.length())));
        text.substring(0, end).codePoints().forEach(point -> append(shown, point));
        if (end < text.length()) {
            shown.append(String.format(Locale.ROOT, "... (%,d characters)", text.length()));
        }
        return shown.toString();
    }

    private static void append(StringBuilder shown, int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> shown.append(String.format(Locale.ROOT, "\\u{%x}", point));
            default -> shown.appendCodePoint(point);
        }
    }
}
