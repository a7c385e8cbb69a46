package dev.longhaul.processor.write;

import java.util.Locale;

/** Whole numbers as a person writes them in Java. */
final class Numbers {

    private Numbers() {}

    /** With underscores between thousands, and the suffix that a number beyond 32 bits needs. */
    static String grouped(long number) {
        String text = String.format(Locale.ROOT, "%,d", number).replace(',', '_');
        return number == (int) number ? text : text + "L";
    }
}
