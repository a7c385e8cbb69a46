package dev.longhaul.processor.template;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * A text with named blanks: {@code @name@} stands for one value, and alone on its line for a block of lines, which is
 * indented as that line is and takes it away where it is empty.
 */
final class Blanks {

    private static final Set<String> WORDS_OF_OTHER_TYPES =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private Blanks() {}

    /** The text with its blanks filled in. */
    static String fill(String text, Map<String, String> blanks) {
        StringBuilder filled = new StringBuilder(text.length() * 2);
        text.lines().forEach(line -> {
            String word = line.strip();
            String block = word.startsWith("@") && word.endsWith("@") ? blanks.get(name(word)) : null;
            if (block == null) {
                filled.append(values(line, blanks)).append('\n');
            } else {
                String indent = line.substring(0, line.indexOf('@'));
                block.lines()
                        .forEach(part -> filled.append(part.isEmpty() ? "" : indent)
                                .append(part)
                                .append('\n'));
            }
        });
        return filled.toString();
    }

    private static String values(String line, Map<String, String> blanks) {
        int begin = line.indexOf('@');
        if (begin < 0) {
            return line;
        }
        StringBuilder filled = new StringBuilder(line.length());
        int done = 0;
        while (begin >= 0) {
            int end = line.indexOf('@', begin + 1);
            String value = end < 0 ? null : blanks.get(line.substring(begin + 1, end));
            if (value == null) {
                begin = end;
            } else {
                filled.append(line, done, begin).append(value);
                done = end + 1;
                begin = line.indexOf('@', done);
            }
        }
        return filled.append(line, done, line.length()).toString();
    }

    private static String name(String word) {
        return word.substring(1, Math.max(1, word.length() - 1));
    }

    /** A text as a YAML scalar, in quotes where YAML would take it for something else. */
    static String scalar(String value) {
        boolean plain = isPlain(value) && !WORDS_OF_OTHER_TYPES.contains(value.toLowerCase(Locale.ROOT));
        return plain ? value : "'" + value.replace("'", "''") + "'";
    }

    /** Words with {@code :} or {@code ::} between them, the first of which begins with a letter. */
    private static boolean isPlain(String value) {
        int colons = 0;
        for (int i = 0; i < value.length(); i++) {
            char at = value.charAt(i);
            colons = at == ':' ? colons + 1 : 0;
            boolean letter = (at >= 'A' && at <= 'Z') || (at >= 'a' && at <= 'z');
            if (colons > 2 || !(letter || (i > 0 && (at == ':' || isInWord(at))))) {
                return false;
            }
        }
        return colons == 0 && !value.isEmpty();
    }

    private static boolean isInWord(char at) {
        return (at >= '0' && at <= '9') || at == '_' || at == '.' || at == '/' || at == '-';
    }
}
