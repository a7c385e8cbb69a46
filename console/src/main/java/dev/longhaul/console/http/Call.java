package dev.longhaul.console.http;

import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/** What a request says: the values of its query, or the fields of its body, which is one JSON object of texts. */
public final class Call {

    private final Map<String, String> values;

    private Call(Map<String, String> values) {
        this.values = values;
    }

    static Call ofQuery(URI uri) {
        Map<String, String> values = new HashMap<>();
        String query = uri.getRawQuery();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                int equals = pair.indexOf('=');
                if (equals > 0) {
                    values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
                }
            }
        }
        return new Call(values);
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    static Call ofBody(String body) {
        Map<String, String> values = new HashMap<>();
        try {
            StateReader in = new StateReader(body);
            in.beginObject();
            while (in.next()) {
                String name = in.name();
                values.put(name, String.valueOf(in.string()));
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("the request's body is no JSON object of texts", e);
        }
        return new Call(values);
    }

    /** A value that has to be there. */
    public String required(String name) {
        String value = values.get(name);
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " is missing. Say which.");
        }
        return value;
    }

    /** A value, or what holds where there is none. */
    public String optional(String name, String otherwise) {
        String value = values.get(name);
        return value == null || value.isBlank() ? otherwise : value;
    }

    /** A number of 0 or more; 0 where there is none. */
    public long number(String name) {
        String value = values.getOrDefault(name, "0");
        if (!value.matches("\\d{1,18}")) {
            throw new IllegalArgumentException(name + " is no number from 0 up");
        }
        return Long.parseLong(value);
    }
}
