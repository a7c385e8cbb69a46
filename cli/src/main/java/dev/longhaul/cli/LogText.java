package dev.longhaul.cli;

import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Longhaul's log lines of JSON as people read them; any other line as it is. */
final class LogText {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT).withZone(ZoneId.systemDefault());

    private LogText() {}

    /** {@code hop 3  claimed  epoch 4, steps 1234}. */
    static String of(String line) {
        Map<String, String> fields = fields(line);
        String event = fields.remove("longhaul");
        if (event == null) {
            return line.startsWith("REPORT RequestId: ") ? report(line) : line;
        }
        fields.remove("job");
        fields.remove("chain");
        fields.remove("at");
        fields.remove("_aws");
        String hop = fields.remove("hop");
        StringBuilder text = new StringBuilder(hop == null ? "" : "hop " + hop + "  ").append(event);
        String separator = "  ";
        for (Map.Entry<String, String> field : fields.entrySet()) {
            text.append(separator).append(field.getKey()).append(' ').append(field.getValue());
            separator = ", ";
        }
        return text.toString();
    }

    /** {@code Duration: 7412.10 ms, Billed Duration: 7413 ms, ...}, without the request's id. */
    private static String report(String line) {
        int first = line.indexOf('\t');
        return first < 0 ? line : "REPORT  " + line.substring(first + 1).strip().replace("\t", ", ");
    }

    /** A line with its time and its function, and picocli's marks. */
    static String line(Instant at, String function, String text) {
        return "@|faint " + TIME.format(at) + ' ' + Texts.plain(function) + "|@  "
                + Texts.plain(of(text.stripTrailing()));
    }

    /** Whether a line is one of those that Lambda puts around an invocation and that say nothing of the chain. */
    static boolean isFrame(String text) {
        return text.startsWith("START RequestId: ") || text.startsWith("END RequestId: ") || text.isBlank();
    }

    /** The fields of a line of JSON, in order; none where the line is none of Longhaul's. */
    static Map<String, String> fields(String line) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (!line.startsWith("{\"longhaul\":\"")) {
            return fields;
        }
        try {
            StateReader in = new StateReader(line);
            in.beginObject();
            while (in.next()) {
                String name = in.name();
                String value = in.raw();
                fields.put(name, value.startsWith("\"") ? String.valueOf(new StateReader(value).string()) : value);
            }
            return fields;
        } catch (IOException e) {
            return new LinkedHashMap<>();
        }
    }
}
