package dev.longhaul.example.demo.backfill;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Writes an access log of a made-up site: the same each time, with a malformed line here and there. */
final class SampleLog {

    /** The lines of the sample. */
    static final int LINES = 20_000;

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.ENGLISH);
    private static final List<String> PATHS = List.of(
            "/",
            "/pricing",
            "/docs/start",
            "/docs/jobs?page=2",
            "/blog/long-hauls",
            "/img/truck.png",
            "/css/site.css",
            "/js/app.js",
            "/api/orders",
            "/api/orders/17",
            "/feed.xml",
            "/robots.txt");
    private static final List<String> MALFORMED = List.of(
            "",
            "-",
            "host - - [not a time] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"",
            "198.51.100.7 - - [01/Mar/2026:08:00:00 +0000] \"GET /cut/off",
            "198.51.100.7 - - [01/Mar/2026:08:00:00 +0000] \"\\x16\\x03\\x01\" 400 0 \"-\" \"-\"",
            "198.51.100.7 - - [31/Feb/2026:08:00:00 +0000] \"GET / HTTP/1.1\" 200 1 \"-\" \"-\"");

    private final Random random = new Random(20_260_301);
    private OffsetDateTime now = OffsetDateTime.of(2026, 3, 1, 0, 0, 0, 0, ZoneOffset.UTC);

    private SampleLog() {}

    /** Writes the sample to a file. */
    static void write(Path file) throws IOException {
        SampleLog sample = new SampleLog();
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < LINES; i++) {
                out.write(sample.line());
                out.write('\n');
            }
        }
    }

    private String line() {
        now = now.plusSeconds(random.nextInt(7));
        if (random.nextInt(400) == 0) {
            return MALFORMED.get(random.nextInt(MALFORMED.size()));
        }
        // The first paths are asked for most.
        int path = Math.min(random.nextInt(PATHS.size()), random.nextInt(PATHS.size()));
        int status = random.nextInt(25) == 0 ? 404 : 200;
        return "203.0.113." + random.nextInt(256) + " - - [" + TIME.format(now) + "] \"GET " + PATHS.get(path)
                + " HTTP/1.1\" " + status + " " + (status == 404 ? "-" : String.valueOf(200 + random.nextInt(90_000)))
                + " \"https://www.example.com/\" \"Mozilla/5.0 (X11; Linux x86_64) \\\"Sample\\\"\"";
    }
}
