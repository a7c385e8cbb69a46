package dev.longhaul.runtime.continuation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Cuts an X-Ray trace header back to what one hop of a chain has, so that a header that has grown on its way does not grow
 * on.
 */
final class TraceHeaders {

    /** What AWS's APIs take as a trace header at most; an ordinary one has some 95 characters. */
    static final int MAXIMUM = 256;

    /** The fields that Lambda gives a meaning, in the order in which they are kept when there is no room for all. */
    private static final List<String> FIELDS = List.of("Root", "Parent", "Sampled", "Lineage");

    private TraceHeaders() {}

    /** The first of the values that a header has, without what is too much of it; empty where nothing is left. */
    static Optional<String> single(String header) {
        int comma = header.indexOf(',');
        String first = (comma < 0 ? header : header.substring(0, comma)).strip();
        if (first.isEmpty() || !first.chars().allMatch(c -> c >= ' ' && c <= '~')) {
            return Optional.empty();
        }
        return first.length() <= MAXIMUM ? Optional.of(first) : fitting(first);
    }

    private static Optional<String> fitting(String header) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String field : header.split(";", -1)) {
            found.putIfAbsent(
                    field.substring(0, Math.max(0, field.indexOf('='))).strip(), field.strip());
        }
        List<String> kept =
                FIELDS.stream().filter(found::containsKey).map(found::get).toList();
        for (int count = kept.size(); count > 0; count--) {
            String shorter = kept.stream().limit(count).collect(Collectors.joining(";"));
            if (shorter.length() <= MAXIMUM) {
                return Optional.of(shorter);
            }
        }
        return Optional.empty();
    }
}
