package dev.longhaul.testing.sim;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The product with one rule of the protocol broken on purpose: by changes to one file of its source.
 *
 * @param name what is broken
 * @param source the file, below the runtime's sources
 * @param edits what is changed in it
 */
record Mutant(String name, String source, List<Edit> edits) {

    private static final Pattern TOKEN = Pattern.compile("\\w+|\\S");

    /** A mutant by one change. */
    Mutant(String name, String source, String code, String instead) {
        this(name, source, List.of(new Edit(code, instead)));
    }

    /**
     * A change to a place of the source.
     *
     * @param code what stands there, once in the file, however it is formatted
     * @param instead what stands there in the mutant
     */
    record Edit(String code, String instead) {}

    /** This mutant with one more change to its file. */
    Mutant and(String code, String instead) {
        List<Edit> all = new ArrayList<>(edits);
        all.add(new Edit(code, instead));
        return new Mutant(name, source, all);
    }

    /**
     * The source of the mutant.
     *
     * @throws AssertionError when a place is not in the source exactly once
     */
    String in(String original) {
        String changed = original;
        for (Edit edit : edits) {
            changed = changed(changed, edit);
        }
        return changed;
    }

    private String changed(String original, Edit edit) {
        Matcher place = Pattern.compile(tokens(edit.code)).matcher(original);
        if (!place.find()) {
            throw new AssertionError(source + " has no \"" + edit.code + "\": bring the mutant in step with the code");
        }
        String changed = original.substring(0, place.start()) + edit.instead + original.substring(place.end());
        if (place.find()) {
            throw new AssertionError(source + " has more than one \"" + edit.code + "\": make that code longer");
        }
        return changed;
    }

    private static String tokens(String code) {
        return TOKEN.matcher(code)
                .results()
                .map(MatchResult::group)
                .map(Pattern::quote)
                .collect(Collectors.joining("\\s*"));
    }

    @Override
    public String toString() {
        return name;
    }
}
