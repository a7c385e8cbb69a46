package dev.longhaul.runtime.text;

import java.nio.charset.StandardCharsets;

/** Texts of others in records and logs: as long as there is room for, and on one line. */
public final class Texts {

    /** The most characters that a record or a log line has of one text. */
    public static final int LONGEST = 1_000;

    private Texts() {}

    /** At most {@value #LONGEST} characters of a text, with a note of how many it had. */
    public static String cut(String text) {
        return cut(text, LONGEST);
    }

    /**
     * At most so many characters of a text, the note of how many it had included.
     *
     * @param longest above 40
     */
    public static String cut(String text, int longest) {
        if (text.length() <= longest) {
            return text;
        }
        String note = "... (" + text.length() + " characters)";
        int end = longest - note.length();
        // Never between the two halves of a character.
        end = Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end;
        return text.substring(0, end) + note;
    }

    /** The bytes that a text has in UTF-8. */
    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
