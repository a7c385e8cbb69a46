package dev.longhaul.runtime.state;

import java.util.List;
import java.util.Random;

/** JSON documents of any form, with white space wherever it may be. */
final class RandomJson {

    private static final String SPACE = " \t\n\r";
    private static final int DEEP = 4;
    private static final int LONG = 9_000;

    private RandomJson() {}

    static String value(Random random) {
        StringBuilder out = new StringBuilder();
        value(random, out, 0);
        return out.toString();
    }

    static String array(Random random, List<String> values) {
        StringBuilder out = new StringBuilder();
        space(random, out);
        out.append('[');
        String comma = "";
        for (String value : values) {
            out.append(comma);
            space(random, out);
            out.append(value);
            space(random, out);
            comma = ",";
        }
        out.append(']');
        space(random, out);
        return out.toString();
    }

    private static void value(Random random, StringBuilder out, int depth) {
        switch (random.nextInt(depth < DEEP ? 6 : 4)) {
            case 0 -> out.append(List.of("true", "false", "null").get(random.nextInt(3)));
            case 1 -> out.append(random.nextLong()).append(random.nextBoolean() ? "" : ".50E-3");
            case 2 -> out.append(random.nextInt(10));
            case 3 -> text(random, out);
            case 4 -> members(random, out, depth, '{', '}');
            default -> members(random, out, depth, '[', ']');
        }
    }

    private static void members(Random random, StringBuilder out, int depth, char begin, char end) {
        out.append(begin);
        String comma = "";
        for (int i = random.nextInt(5); i > 0; i--) {
            out.append(comma);
            space(random, out);
            if (begin == '{') {
                text(random, out);
                space(random, out);
                out.append(':');
                space(random, out);
            }
            value(random, out, depth + 1);
            comma = ",";
        }
        space(random, out);
        out.append(end);
    }

    private static void text(Random random, StringBuilder out) {
        out.append('"');
        for (int i = random.nextInt(random.nextInt(40) == 0 ? LONG : 12); i > 0; i--) {
            out.append(List.of("a", " ", "\\n", "\\\"", "\\u4e2d", "\u4e2d", "\ud83d\ude9a", "}", "]")
                    .get(random.nextInt(9)));
        }
        out.append('"');
    }

    private static void space(Random random, StringBuilder out) {
        for (int i = random.nextInt(3); i > 0; i--) {
            out.append(SPACE.charAt(random.nextInt(SPACE.length())));
        }
    }
}
