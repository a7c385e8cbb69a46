package dev.longhaul.cli;

import dev.longhaul.aws.AwsClients.Service;
import dev.longhaul.aws.SignedJson;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The log of a function on AWS, as it grows: CloudWatch's FilterLogEvents. */
final class CloudWatchLog implements LogSource {

    private static final Service LOGS = new Service("CloudWatch Logs", "CLOUDWATCH_LOGS", "logs", "log group");
    /** Events become visible late: what is so new is looked for again. */
    private static final long LATE_MILLIS = 60_000;

    private final SignedJson logs;
    private final String group;
    private long from;
    private @Nullable String token;
    private final Map<String, Long> seen = new HashMap<>();

    CloudWatchLog(Map<String, String> environment, String group, Instant from) {
        this.logs = new SignedJson(LOGS, new SignedJson.Protocol("Logs_20140328", "1.1"), environment);
        this.group = group;
        this.from = from.toEpochMilli();
    }

    @Override
    public List<LogEvent> next() throws IOException {
        List<LogEvent> events = new ArrayList<>();
        long newest = from;
        do {
            StateReader in = new StateReader(logs.call("FilterLogEvents", request()));
            token = null;
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "events" -> {
                        in.beginArray();
                        while (in.next()) {
                            newest = Math.max(newest, event(in, events));
                        }
                    }
                    case "nextToken" -> token = in.string();
                    default -> in.skip();
                }
            }
        } while (token != null && events.isEmpty());
        if (token == null) {
            from = Math.max(from, newest - LATE_MILLIS);
            long oldest = from;
            seen.values().removeIf(at -> at < oldest);
        }
        return events;
    }

    private String request() throws IOException {
        StateWriter out = new StateWriter();
        out.beginObject();
        out.field("logGroupName").string(group);
        out.field("startTime").integer(from);
        if (token != null) {
            out.field("nextToken").string(token);
        }
        out.endObject();
        return out.finish();
    }

    /** Reads an event, which is added where it is new; when it was. */
    private long event(StateReader in, List<LogEvent> events) throws IOException {
        String id = "";
        String stream = "";
        String message = "";
        long at = 0;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "eventId" -> id = String.valueOf(in.string());
                case "logStreamName" -> stream = String.valueOf(in.string());
                case "message" -> message = String.valueOf(in.string());
                case "timestamp" -> at = in.int64();
                default -> in.skip();
            }
        }
        if (seen.put(id, at) == null) {
            events.add(new LogEvent(Instant.ofEpochMilli(at), stream, message.stripTrailing()));
        }
        return at;
    }
}
