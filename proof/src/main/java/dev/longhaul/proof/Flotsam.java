package dev.longhaul.proof;

import java.net.URL;
import java.net.URLClassLoader;
import java.util.Locale;
import java.util.TimeZone;

/** What a step leaves behind on its thread and in its process. */
final class Flotsam {

    private Flotsam() {}

    /** Leaves one thing after the other behind, by the number of the step. */
    static void leave(int number) {
        Thread thread = Thread.currentThread();
        switch (number % 6) {
            case 0 -> thread.interrupt();
            case 1 -> thread.setContextClassLoader(new URLClassLoader("flotsam", new URL[0], null));
            case 2 -> Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            case 3 -> TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            case 4 ->
                thread.setUncaughtExceptionHandler((dying, failure) -> {
                    throw new IllegalStateException("a handler that throws itself");
                });
            default -> {
                thread.setName("flotsam\n{}");
                thread.interrupt();
            }
        }
    }

    /** Throws what a step may throw, by its number. */
    static void explode(int number) throws Exception {
        switch (number % 5) {
            case 0 -> throw new java.io.IOException("storm", new IllegalStateException("its cause"));
            case 1 -> throw new IllegalStateException();
            case 2 -> throw new AssertionError("an error");
            case 3 -> throw new WordlessException();
            default -> throw new IllegalArgumentException("x".repeat(100_000));
        }
    }

    /** Even its message can't be had. */
    private static final class WordlessException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        @Override
        public String getMessage() {
            throw new UnsupportedOperationException("no message");
        }
    }
}
