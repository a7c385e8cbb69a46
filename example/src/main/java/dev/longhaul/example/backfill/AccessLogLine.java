package dev.longhaul.example.backfill;

import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One line of an Apache access log in the combined format.
 *
 * @param host the client
 * @param user the authenticated user, or {@code -}
 * @param at when the request was received
 * @param request what was asked for
 * @param status the HTTP status
 * @param bytes the size of the answer's body; 0 where the log has {@code -}
 */
record AccessLogLine(String host, String user, OffsetDateTime at, Request request, int status, long bytes) {

    /**
     * What was asked for.
     *
     * @param method the HTTP method
     * @param path the path, with its query
     * @param referrer the page that led here, or {@code -}
     * @param agent the browser
     */
    record Request(String method, String path, String referrer, String agent) {}

    private static final String QUOTED = "\"([^\"\\\\]*+(?:\\\\.[^\"\\\\]*+)*+)\"";
    private static final Pattern LINE = Pattern.compile(
            "(\\S+) \\S+ (\\S+) \\[([^]]+)] " + QUOTED + " (\\d{3}) (\\d{1,18}|-) " + QUOTED + " " + QUOTED);
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/uuuu:HH:mm:ss Z", Locale.ENGLISH)
            .withResolverStyle(ResolverStyle.STRICT);

    /**
     * Reads a line.
     *
     * @throws MalformedLineException when it is none of the combined format
     */
    static AccessLogLine parse(String line) throws MalformedLineException {
        if (line.indexOf('\0') >= 0) {
            throw new MalformedLineException("it has a NUL character, which no database text can hold");
        }
        Matcher fields = LINE.matcher(line);
        if (!fields.matches()) {
            throw new MalformedLineException("it has not the fields of the combined log format");
        }
        String[] request = fields.group(4).split(" ", -1);
        if (request.length != 3) {
            throw new MalformedLineException("its request is not a method, a path and a protocol");
        }
        return new AccessLogLine(
                fields.group(1),
                fields.group(2),
                time(fields.group(3)),
                new Request(request[0], request[1], fields.group(7), fields.group(8)),
                Integer.parseInt(fields.group(5)),
                fields.group(6).equals("-") ? 0 : Long.parseLong(fields.group(6)));
    }

    private static OffsetDateTime time(String text) throws MalformedLineException {
        try {
            return OffsetDateTime.parse(text, TIME);
        } catch (DateTimeException e) {
            throw new MalformedLineException("its time \"" + text + "\" is not one like 17/May/2015:10:05:03 +0000");
        }
    }
}
