package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonStreamContext;
import dev.longhaul.runtime.text.ShownText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The way to a value: names and indexes with slashes between them, as in {@code orders/3/total}. The key of a map is the
 * user's data, and stands as {@value #KEY}.
 */
final class Place {

    /** What stands for a name that is not one of the code's. */
    static final String KEY = "{key}";

    private static final int LONGEST = 200;
    private static final int LONGEST_CYCLE = 50;
    private static final int TURNS = 4;

    private final List<String> parts;

    private Place(List<String> parts) {
        this.parts = parts;
    }

    /** Where a parser or a generator is. An object's name is shown where {@code known} holds for the object. */
    static Place of(JsonStreamContext context, Predicate<JsonStreamContext> known) {
        List<String> parts = new ArrayList<>();
        for (JsonStreamContext each = context; each != null && !each.inRoot(); each = each.getParent()) {
            if (each.inArray() && each.hasCurrentIndex()) {
                parts.add(Integer.toString(each.getCurrentIndex()));
            } else if (each.inObject() && each.hasCurrentName()) {
                parts.add(known.test(each) ? ShownText.of(each.getCurrentName()) : KEY);
            }
        }
        Collections.reverse(parts);
        return new Place(parts);
    }

    /** The way through the forms, in which all elements of an array are one: {@code orders/[]/total}. */
    String form() {
        return cut(parts.stream()
                .map(part -> !part.isEmpty() && Character.isDigit(part.charAt(0)) ? "[]" : part)
                .collect(Collectors.joining("/")));
    }

    String path() {
        return cut(String.join("/", parts));
    }

    private static String cut(String path) {
        return path.length() <= LONGEST ? path : path.substring(0, LONGEST) + "...";
    }

    /** The failure of a value that is nested too deep: at the field with which the way begins to go in circles. */
    StateException tooDeep() {
        String rule = "it is nested more than " + String.format(Locale.ROOT, "%,d", Documents.DEPTH) + " levels deep";
        for (int cycle = 1; cycle <= LONGEST_CYCLE; cycle++) {
            int begin = beginOf(cycle);
            if (parts.size() - begin >= cycle * TURNS) {
                String turn = String.join("/", parts.subList(parts.size() - cycle, parts.size()));
                return new StateException(
                        new Place(parts.subList(0, Math.max(1, begin))).path(),
                        rule + ", and its path repeats \"" + turn
                                + "\"; keep objects that lead back to themselves, or to "
                                + "one another in a long row, in a list or in a map by their ids");
            }
        }
        return new StateException(path(), rule + "; keep it flatter");
    }

    /** From where on the parts repeat themselves to the end, {@code cycle} of them at a time. */
    private int beginOf(int cycle) {
        int begin = parts.size() - cycle;
        while (begin > 0 && parts.get(begin - 1).equals(parts.get(begin - 1 + cycle))) {
            begin--;
        }
        return Math.max(0, begin);
    }
}
