package dev.longhaul.processor.model;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * An environment variable that a job needs.
 *
 * @param at its name
 */
public record Variable(Located<String> at) {

    /** Its name. */
    public String name() {
        return at.value();
    }

    /** The template's parameter for it, which has letters and digits alone: {@code BankUrl} for {@code BANK_URL}. */
    public String parameter() {
        return Stream.of(name().split("_")).map(Variable::capitalised).collect(Collectors.joining());
    }

    private static String capitalised(String word) {
        boolean shouted = word.equals(word.toUpperCase(Locale.ROOT));
        return word.isEmpty()
                ? word
                : word.substring(0, 1).toUpperCase(Locale.ROOT)
                        + (shouted ? word.substring(1).toLowerCase(Locale.ROOT) : word.substring(1));
    }
}
