package dev.longhaul.processor.template;

import java.util.Locale;
import java.util.Set;

/** A YAML text that is written line by line, in block style with two spaces a level. */
final class Yaml {

    private static final Set<String> WORDS_OF_OTHER_TYPES =
            Set.of("true", "false", "yes", "no", "on", "off", "y", "n", "null");

    private final StringBuilder text = new StringBuilder(8_192);
    private int depth;
    private boolean itemBegins;

    /** An empty line. */
    Yaml blank() {
        text.append('\n');
        return this;
    }

    /** A line of comment. */
    Yaml comment(String words) {
        return line("# ", words, "");
    }

    /** A key whose value is what follows, until it is closed. */
    Yaml open(String key) {
        line(key, ":", "");
        depth++;
        return this;
    }

    /** An element of a list, which is what follows until it is closed. */
    Yaml item() {
        depth++;
        itemBegins = true;
        return this;
    }

    /** Ends what was opened last. */
    Yaml close() {
        depth--;
        return this;
    }

    /** A key and its text, in quotes where YAML would take it for something else. */
    Yaml put(String key, String value) {
        return line(key, ": ", scalar(value));
    }

    /** A key and its number. */
    Yaml put(String key, long value) {
        return line(key, ": ", Long.toString(value));
    }

    /** A key and a value that is YAML already, such as {@code !Ref Name} or {@code true}. */
    Yaml raw(String key, String yaml) {
        return line(key, ": ", yaml);
    }

    /** An element of a list that is one text. */
    Yaml element(String value) {
        return line("- ", scalar(value), "");
    }

    /** An element of a list that is YAML already. */
    Yaml rawElement(String yaml) {
        return line("- ", yaml, "");
    }

    private Yaml line(String first, String second, String third) {
        int indent = itemBegins ? depth - 1 : depth;
        for (int i = 0; i < indent; i++) {
            text.append("  ");
        }
        if (itemBegins) {
            text.append("- ");
            itemBegins = false;
        }
        text.append(first).append(second).append(third).append('\n');
        return this;
    }

    /** A text as a YAML scalar. */
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

    @Override
    public String toString() {
        return text.toString();
    }
}
