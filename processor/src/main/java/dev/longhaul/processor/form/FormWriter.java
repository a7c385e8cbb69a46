package dev.longhaul.processor.form;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.zip.CRC32;

/**
 * Writes a form as JSON: the same text for the same form, with a line for each field and each type, so that a difference
 * between two versions shows.
 */
final class FormWriter {

    /** The version of the document. */
    static final int VERSION = 1;

    private FormWriter() {}

    static String write(StateForm form) {
        String content = content(form);
        return "{\n  \"longhaul\": " + VERSION
                + ",\n  \"job\": " + text(form.job())
                + ",\n  \"class\": " + text(form.type())
                + ",\n  \"fingerprint\": " + text(fingerprint(content))
                + content + "\n}\n";
    }

    /** What the fingerprint is made of. */
    static String content(StateForm form) {
        return ",\n  \"fields\": " + lines(form.fields(), part -> form(part.form()))
                + ",\n  \"objects\": " + lines(form.objects(), FormWriter::parts)
                + ",\n  \"enums\": " + lines(form.enums(), FormWriter::texts);
    }

    static String fingerprint(String content) {
        CRC32 sum = new CRC32();
        sum.update(content.getBytes(UTF_8));
        // With the bit above the 32 of the sum, for its leading zeros.
        return Long.toHexString(sum.getValue() | 1L << 32).substring(1);
    }

    private static String parts(Map<String, Part> parts) {
        return parts.entrySet().stream()
                .map(part -> text(part.getKey()) + ": " + form(part.getValue().form()))
                .collect(Collectors.joining(", ", "{", "}"));
    }

    private static String form(Form form) {
        if (form instanceof Form.Leaf leaf) {
            return text(leaf.type());
        }
        if (form instanceof Form.EnumName constant) {
            return "{\"enum\": " + text(constant.type()) + "}";
        }
        if (form instanceof Form.Coded coded) {
            return "{\"codec\": " + text(coded.codec()) + ", \"of\": " + text(coded.type()) + "}";
        }
        if (form instanceof Form.Sequence sequence) {
            return "{\"collection\": " + text(sequence.type()) + ", \"of\": " + form(sequence.element()) + "}";
        }
        if (form instanceof Form.Array array) {
            return "{\"array\": " + form(array.element()) + "}";
        }
        if (form instanceof Form.Maybe maybe) {
            return "{\"optional\": " + form(maybe.element()) + "}";
        }
        if (form instanceof Form.Mapping map) {
            return "{\"map\": " + text(map.type()) + ", \"key\": " + form(map.key()) + ", \"value\": "
                    + form(map.value()) + "}";
        }
        return "{\"object\": " + text(((Form.Composed) form).type()) + "}";
    }

    private static <T> String lines(Map<String, T> values, Function<T, String> value) {
        return values.isEmpty()
                ? "{}"
                : values.entrySet().stream()
                        .map(each -> "\n    " + text(each.getKey()) + ": " + value.apply(each.getValue()))
                        .collect(Collectors.joining(",", "{", "\n  }"));
    }

    private static String texts(Collection<String> texts) {
        return texts.stream().map(FormWriter::text).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A text; names of Java's have nothing in them that JSON would have to escape, but for what a name of a job may be. */
    private static String text(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
