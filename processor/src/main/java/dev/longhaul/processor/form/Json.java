package dev.longhaul.processor.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads JSON as maps, lists and texts; a number, a truth value and null are the text that stands there, with a blank before
 * it. A library would have to be in the processor's jar, under a name of its own, for files that the processor itself has
 * written; so this is all that is read of them.
 */
final class Json {

    /** Deeper than any form, and no deeper than the stack. */
    private static final int DEEPEST = 500;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    static Object read(String text) throws FormException {
        Json json = new Json(text);
        Object value = json.value();
        json.blank();
        if (json.at < text.length()) {
            throw json.failure("something follows its end");
        }
        return value;
    }

    private Object value() throws FormException {
        blank();
        if (++depth > DEEPEST) {
            throw failure("it is nested too deep");
        }
        Object value;
        if (take('{')) {
            value = object();
        } else if (take('[')) {
            value = array();
        } else if (take('"')) {
            value = string();
        } else {
            value = word();
        }
        depth--;
        return value;
    }

    private Map<String, Object> object() throws FormException {
        Map<String, Object> fields = new LinkedHashMap<>();
        blank();
        if (take('}')) {
            return fields;
        }
        do {
            blank();
            expect('"');
            String name = string();
            blank();
            expect(':');
            if (fields.put(name, value()) != null) {
                throw failure("\"" + name + "\" is there twice");
            }
            blank();
        } while (take(','));
        expect('}');
        return fields;
    }

    private List<Object> array() throws FormException {
        List<Object> values = new ArrayList<>();
        blank();
        if (take(']')) {
            return values;
        }
        do {
            values.add(value());
            blank();
        } while (take(','));
        expect(']');
        return values;
    }

    private String string() throws FormException {
        StringBuilder string = new StringBuilder();
        while (!take('"')) {
            char next = next();
            string.append(next == '\\' ? escaped() : next);
        }
        return string.toString();
    }

    private char escaped() throws FormException {
        char kind = next();
        return switch (kind) {
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            case 'u' -> unit();
            case '"', '\\', '/' -> kind;
            default -> throw failure("there is no \\" + kind);
        };
    }

    private char unit() throws FormException {
        int unit = 0;
        for (int i = 0; i < 4; i++) {
            int digit = Character.digit(next(), 16);
            if (digit < 0) {
                throw failure("\\u has four digits");
            }
            unit = unit * 16 + digit;
        }
        return (char) unit;
    }

    private String word() throws FormException {
        int begin = at;
        while (at < text.length()
                && (Character.isLetterOrDigit(text.charAt(at)) || "+-.".indexOf(text.charAt(at)) >= 0)) {
            at++;
        }
        if (at == begin) {
            throw failure("a value was expected");
        }
        return " " + text.substring(begin, at);
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private boolean take(char expected) {
        boolean here = at < text.length() && text.charAt(at) == expected;
        at += here ? 1 : 0;
        return here;
    }

    private void expect(char expected) throws FormException {
        if (!take(expected)) {
            throw failure("\"" + expected + "\" was expected");
        }
    }

    private char next() throws FormException {
        if (at >= text.length()) {
            throw failure("a text does not end");
        }
        return text.charAt(at++);
    }

    private FormException failure(String message) {
        long line = text.substring(0, at).chars().filter(c -> c == '\n').count() + 1;
        return new FormException("line " + line + ": " + message);
    }
}
