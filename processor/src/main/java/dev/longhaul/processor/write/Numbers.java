package dev.longhaul.processor.write;

/** Whole numbers as a person writes them in Java. */
final class Numbers {

    private Numbers() {}

    /** With underscores between thousands, and the suffix that a number beyond 32 bits needs. */
    static String grouped(long number) {
        StringBuilder text = new StringBuilder(Long.toString(number));
        int first = number < 0 ? 1 : 0;
        for (int end = text.length() - 3; end > first; end -= 3) {
            text.insert(end, '_');
        }
        return number == (int) number ? text.toString() : text.append('L').toString();
    }
}
