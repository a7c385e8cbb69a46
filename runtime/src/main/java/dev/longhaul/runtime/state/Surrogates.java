package dev.longhaul.runtime.state;

import java.util.Locale;

/** The halves of characters beyond U+FFFF. Half a pair has no form in UTF-8: each store would make another text of it. */
final class Surrogates {

    private Surrogates() {}

    /** Whether each half in a text has its other half, so that the text has a form in UTF-8. */
    static boolean paired(String text) {
        boolean open = false;
        for (int i = 0; i < text.length(); i++) {
            char unit = text.charAt(i);
            if (Character.isLowSurrogate(unit) != open) {
                return false;
            }
            open = Character.isHighSurrogate(unit);
        }
        return !open;
    }

    /** A JSON document in which each half without its other half is escaped. */
    static String escaped(String document) {
        if (paired(document)) {
            return document;
        }
        StringBuilder escaped = new StringBuilder();
        for (int i = 0; i < document.length(); ) {
            int point = document.codePointAt(i);
            if (Character.charCount(point) == 1 && Character.isSurrogate((char) point)) {
                escaped.append(String.format(Locale.ROOT, "\\u%04X", point));
            } else {
                escaped.appendCodePoint(point);
            }
            i += Character.charCount(point);
        }
        return escaped.toString();
    }
}
