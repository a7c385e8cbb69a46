package dev.longhaul.processor.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Compares the form that a deployed version stores with the one that the present version reads. They fit where the handler
 * restores every state that the deployed version can have stored, with nothing lost and nothing changed: docs/evolution.md has the
 * rows, and a test holds them against handlers.
 */
public final class Compatibility {

    private static final Set<String> SETS = Set.of("java.util.HashSet", "java.util.LinkedHashSet", "java.util.TreeSet");

    /** Those that have no null in them. */
    private static final Set<String> WITHOUT_NULL = Set.of("java.util.ArrayDeque", "java.util.TreeSet");

    private final StateForm deployed;
    private final StateForm present;
    private final Set<String> dropped;
    private final List<Difference> differences = new ArrayList<>();
    /** The objects that were begun: a pair of types is compared once, wherever it is met again. */
    private final Set<List<String>> begun = new HashSet<>();

    private Compatibility(StateForm deployed, StateForm present, Set<String> dropped) {
        this.deployed = deployed;
        this.present = present;
        this.dropped = dropped;
    }

    /**
     * What does not fit.
     *
     * @param dropped the names of the fields, and of parts with their type, that may be lost
     */
    public static List<Difference> of(StateForm deployed, StateForm present, Set<String> dropped) {
        Compatibility compatibility = new Compatibility(deployed, present, dropped);
        compatibility.compareParts(null, deployed.fields(), present.fields());
        return List.copyOf(compatibility.differences);
    }

    /** Where a value is: in which field, and where in that. */
    private record Place(String field, String path, String name, boolean nulls) {

        Place element(boolean mayBeNull) {
            return new Place(field, path, name, mayBeNull);
        }

        Place part(String type, String part, String stored) {
            return new Place(field, path + " -> " + type + "." + part, type + "." + stored, true);
        }
    }

    /** Compares all fields, or the parts of an object at a place. */
    private void compareParts(@Nullable Owner owner, Map<String, Part> stored, Map<String, Part> read) {
        Set<String> found = new TreeSet<>();
        read.forEach((name, part) -> {
            List<String> names = part.names(name).stream()
                    .filter(stored::containsKey)
                    .distinct()
                    .toList();
            found.addAll(names);
            if (names.size() > 1) {
                Place place = place(owner, name, name);
                differences.add(new Difference.Merged(place.field(), place.path(), names));
            } else if (!names.isEmpty()) {
                compare(
                        place(owner, name, names.get(0)),
                        known(stored.get(names.get(0))).form(),
                        part.form());
            }
        });
        stored.forEach((name, part) -> {
            String shown = owner == null ? name : owner.type() + "." + name;
            if (!found.contains(name) && !dropped.contains(shown)) {
                differences.add(new Difference.Lost(
                        owner == null ? "" : owner.place().field(),
                        shown,
                        part.form(),
                        owner == null ? Form.simple(present.type()) : owner.type(),
                        candidates(part.form(), stored, read)));
            }
        });
    }

    /** The new fields that could be the successor of one that is stored. */
    private List<String> candidates(Form form, Map<String, Part> stored, Map<String, Part> read) {
        return read.entrySet().stream()
                .filter(part -> part.getValue().names(part.getKey()).stream().noneMatch(stored::containsKey))
                .filter(part -> fits(form, part.getValue().form()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private boolean fits(Form stored, Form read) {
        Compatibility alone = new Compatibility(deployed, present, dropped);
        alone.compare(new Place("", "", "", true), stored, read);
        return alone.differences.isEmpty();
    }

    /** An object at a place, with the simple name of its type. */
    private record Owner(Place place, String type) {}

    private static Place place(@Nullable Owner owner, String name, String stored) {
        return owner == null
                ? new Place(name, name, stored, true)
                : owner.place().part(owner.type(), name, stored);
    }

    private void compare(Place place, Form stored, Form read) {
        if (read instanceof Form.Coded codec) {
            if (!(stored instanceof Form.Coded before && before.codec().equals(codec.codec()))) {
                differences.add(new Difference.Recoded(place.field(), place.path(), stored, codec));
            }
            return;
        }
        String objection = objection(place, stored, read);
        if (objection != null) {
            differences.add(new Difference.Changed(place.field(), place.path(), place.name(), stored, read, objection));
            return;
        }
        if (read instanceof Form.Mapping map) {
            compare(place.element(true), ((Form.Mapping) stored).value(), map.value());
        } else if (element(read) != null) {
            compare(place.element(mayHaveNull(stored)), known(element(stored)), known(element(read)));
        } else if (read instanceof Form.Composed object) {
            compareObjects(place, (Form.Composed) stored, object);
        }
    }

    private void compareObjects(Place place, Form.Composed stored, Form.Composed read) {
        if (begun.add(List.of(stored.type(), read.type()))) {
            compareParts(
                    new Owner(place, Form.simple(read.type()).replaceAll("<.*", "")),
                    known(deployed.objects().get(stored.type())),
                    known(present.objects().get(read.type())));
        }
    }

    /** Why a value as a whole may not be read as the same one, or null. What is in it is compared by itself. */
    private @Nullable String objection(Place place, Form stored, Form read) {
        if (stored instanceof Form.Coded) {
            return "the text is the codec's, and would be read without it";
        }
        if (read instanceof Form.Leaf leaf) {
            return leafObjection(place, stored, leaf);
        }
        if (read instanceof Form.EnumName constant) {
            return constantObjection(stored, constant);
        }
        if (read instanceof Form.Mapping map) {
            return stored instanceof Form.Mapping before ? mapObjection(before, map) : otherKind(stored, "a map");
        }
        if (read instanceof Form.Composed) {
            return stored instanceof Form.Composed ? null : otherKind(stored, "an object");
        }
        return element(stored) == null ? otherKind(stored, "an array") : arrayObjection(stored, read);
    }

    private @Nullable String leafObjection(Place place, Form stored, Form.Leaf read) {
        if (!(stored instanceof Form.Leaf before)) {
            boolean text = read.type().equals("java.lang.String");
            return stored instanceof Form.EnumName
                    ? text ? null : "it is stored as the name of a constant"
                    : otherKind(stored, "a single value");
        }
        String objection = Leaves.objection(before, read);
        return objection == null && read.isPrimitive() && place.nulls() && !before.isPrimitive()
                ? "null may be stored, and it can't be null"
                : objection;
    }

    private @Nullable String constantObjection(Form stored, Form.EnumName read) {
        if (!(stored instanceof Form.EnumName before)) {
            return stored instanceof Form.Leaf
                    ? "not every " + stored.words() + " that is stored is the name of a constant"
                    : otherKind(stored, "the name of a constant");
        }
        Set<String> missing = new TreeSet<>(known(deployed.enums().get(before.type())));
        missing.removeAll(known(present.enums().get(read.type())));
        return missing.isEmpty()
                ? null
                : String.join(", ", missing) + " may be stored, and " + Form.simple(read.type())
                        + " has no such constant";
    }

    private @Nullable String mapObjection(Form.Mapping stored, Form.Mapping read) {
        String objection;
        if (stored.key() instanceof Form.Leaf before && read.key() instanceof Form.Leaf key) {
            objection = Leaves.keyObjection(before, key);
        } else if (read.key() instanceof Form.EnumName constant) {
            objection = constantObjection(stored.key(), constant);
        } else {
            objection = read.key().equals(new Form.Leaf("java.lang.String"))
                    ? null
                    : "the keys are stored as the names of constants";
        }
        boolean sorted =
                read.type().equals("java.util.TreeMap") && !stored.type().equals(read.type());
        return objection == null
                        && sorted
                        && stored.key().equals(read.key())
                        && read.key().equals(new Form.Leaf("java.math.BigDecimal"))
                ? "keys that differ in their scale alone would be one"
                : objection;
    }

    private static @Nullable String arrayObjection(Form stored, Form read) {
        if (read instanceof Form.Maybe) {
            return stored instanceof Form.Maybe ? null : "more than one value may be stored";
        }
        if (!(read instanceof Form.Sequence sequence)) {
            return null;
        }
        boolean once = stored instanceof Form.Maybe
                || (stored instanceof Form.Sequence before && SETS.contains(before.type()));
        if (SETS.contains(sequence.type()) && !once) {
            return "a value that is stored twice would be in it once";
        }
        boolean primitive = element(stored) instanceof Form.Leaf leaf && leaf.isPrimitive();
        return WITHOUT_NULL.contains(sequence.type()) && mayHaveNull(stored) && !primitive
                ? "null may be stored in it, and no " + Form.simple(sequence.type()) + " has null"
                : null;
    }

    private static String otherKind(Form stored, String read) {
        String kind = stored instanceof Form.Mapping
                ? "a map"
                : stored instanceof Form.Composed
                        ? "an object"
                        : element(stored) == null ? "a single value" : "an array";
        return "it is stored as " + kind + ", and is read from " + read;
    }

    private static boolean mayHaveNull(Form array) {
        return !(array instanceof Form.Maybe)
                && !(array instanceof Form.Sequence sequence && WITHOUT_NULL.contains(sequence.type()));
    }

    /** What is in the array that a form is stored as, or null where it is stored as something else. */
    private static @Nullable Form element(Form form) {
        if (form instanceof Form.Sequence sequence) {
            return sequence.element();
        }
        if (form instanceof Form.Array array) {
            return array.element();
        }
        return form instanceof Form.Maybe maybe ? maybe.element() : null;
    }

    /** What is there, since the forms were looked at when they were read. */
    private static <T> T known(@Nullable T value) {
        return Objects.requireNonNull(value);
    }
}
