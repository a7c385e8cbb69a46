package dev.longhaul.processor.form;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Reads what {@link FormWriter} wrote, perhaps in another version. */
final class FormReader {

    private FormReader() {}

    static StateForm read(String document) throws FormException {
        Map<String, Object> root = object(Json.read(document), "the document");
        Object version = root.get("longhaul");
        if (!(" " + FormWriter.VERSION).equals(version)) {
            throw new FormException(
                    version == null
                            ? "it has no version of Longhaul's forms (\"longhaul\")"
                            : "it is of the version" + version + " of Longhaul's forms, and this processor knows "
                                    + FormWriter.VERSION + " alone");
        }
        SortedMap<String, SortedMap<String, Part>> objects = new TreeMap<>();
        for (Map.Entry<String, Object> type :
                object(root.get("objects"), "\"objects\"").entrySet()) {
            objects.put(type.getKey(), parts(type.getValue(), type.getKey()));
        }
        SortedMap<String, SortedSet<String>> enums = new TreeMap<>();
        for (Map.Entry<String, Object> type :
                object(root.get("enums"), "\"enums\"").entrySet()) {
            SortedSet<String> constants = new TreeSet<>();
            for (Object constant : list(type.getValue(), type.getKey())) {
                constants.add(text(constant, "a constant of " + type.getKey()));
            }
            enums.put(type.getKey(), constants);
        }
        StateForm form = new StateForm(
                text(root.get("job"), "\"job\""),
                text(root.get("class"), "\"class\""),
                parts(root.get("fields"), "\"fields\""),
                objects,
                enums);
        require(form.fields().values(), form);
        for (SortedMap<String, Part> parts : objects.values()) {
            require(parts.values(), form);
        }
        return form;
    }

    private static SortedMap<String, Part> parts(@Nullable Object value, String what) throws FormException {
        SortedMap<String, Part> parts = new TreeMap<>();
        for (Map.Entry<String, Object> part : object(value, what).entrySet()) {
            parts.put(part.getKey(), new Part(form(part.getValue(), part.getKey()), List.of()));
        }
        return parts;
    }

    private static Form form(@Nullable Object value, String what) throws FormException {
        if (!(value instanceof Map)) {
            return new Form.Leaf(text(value, what));
        }
        Map<String, Object> form = object(value, what);
        if (form.containsKey("enum")) {
            return new Form.EnumName(text(form.get("enum"), what));
        }
        if (form.containsKey("codec")) {
            return new Form.Coded(text(form.get("of"), what), text(form.get("codec"), what));
        }
        if (form.containsKey("collection")) {
            return new Form.Sequence(text(form.get("collection"), what), form(form.get("of"), what));
        }
        if (form.containsKey("array")) {
            return new Form.Array(form(form.get("array"), what));
        }
        if (form.containsKey("optional")) {
            return new Form.Maybe(form(form.get("optional"), what));
        }
        if (form.containsKey("map")) {
            return new Form.Mapping(
                    text(form.get("map"), what), form(form.get("key"), what), form(form.get("value"), what));
        }
        return new Form.Composed(text(form.get("object"), what));
    }

    /** That what is named is there. */
    private static void require(Collection<Part> parts, StateForm form) throws FormException {
        for (Part part : parts) {
            require(part.form(), form);
        }
    }

    private static void require(Form form, StateForm whole) throws FormException {
        if (form instanceof Form.EnumName constant && !whole.enums().containsKey(constant.type())) {
            throw new FormException("\"enums\" does not have " + constant.type());
        }
        if (form instanceof Form.Composed object && !whole.objects().containsKey(object.type())) {
            throw new FormException("\"objects\" does not have " + object.type());
        }
        if (form instanceof Form.Sequence sequence) {
            require(sequence.element(), whole);
        } else if (form instanceof Form.Array array) {
            require(array.element(), whole);
        } else if (form instanceof Form.Maybe maybe) {
            require(maybe.element(), whole);
        } else if (form instanceof Form.Mapping map) {
            require(map.key(), whole);
            require(map.value(), whole);
        }
    }

    @SuppressWarnings("unchecked") // Json makes no other maps.
    private static Map<String, Object> object(@Nullable Object value, String what) throws FormException {
        if (value instanceof Map) {
            return (Map<String, Object>) value;
        }
        throw new FormException(what + " is no object");
    }

    private static List<?> list(Object value, String what) throws FormException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw new FormException(what + " is no array");
    }

    private static String text(@Nullable Object value, String what) throws FormException {
        if (value instanceof String text && !text.isEmpty() && text.charAt(0) != ' ') {
            return text;
        }
        throw new FormException(what + " is no text");
    }
}
