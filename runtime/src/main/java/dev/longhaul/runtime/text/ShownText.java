package dev.longhaul.runtime.text;

/** Text from outside, such as the name of a field in an event, as it may stand in a message. */
public final class ShownText {

    private static final int LONGEST = 100;

    private ShownText() {}

    /** At most 100 characters of a name, on one line, that can stand between quotes. */
    public static String of(String name) {
        if (name.codePointCount(0, name.length()) <= LONGEST) {
            return escaped(name, "\"\\");
        }
        return escaped(name.substring(0, name.offsetByCodePoints(0, LONGEST)), "\"\\") + "...";
    }

    /** A whole message on one line. */
    public static String line(String message) {
        return escaped(message, "");
    }

    /**
     * Escapes, as in JSON, what is not to be seen as such: control characters, line ends, marks that turn the direction of
     * text, halves of surrogate pairs.
     */
    private static String escaped(String text, String besides) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            if (seen(point) && besides.indexOf(point) < 0) {
                shown.appendCodePoint(point);
            } else {
                for (char unit : Character.toChars(point)) {
                    shown.append("\\u%04x".formatted((int) unit));
                }
            }
        });
        return shown.toString();
    }

    private static boolean seen(int point) {
        return switch (Character.getType(point)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE,
                    Character.UNASSIGNED,
                    Character.PRIVATE_USE -> false;
            default -> true;
        };
    }
}
