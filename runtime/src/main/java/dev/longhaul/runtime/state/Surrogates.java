package dev.longhaul.runtime.state;

/** The halves of characters beyond U+FFFF. */
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
}
