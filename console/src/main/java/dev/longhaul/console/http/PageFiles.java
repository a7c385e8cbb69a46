package dev.longhaul.console.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The files of the page, out of this module's jar and its libraries'. */
final class PageFiles {

    private static final int OK = 200;
    private static final Pattern NAME = Pattern.compile("/[a-z-]+\\.(html|css|js|svg)");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "svg", "image/svg+xml");

    private static final String PAGE = "/dev/longhaul/console/web";
    private static final String UPLOT = "/META-INF/resources/webjars/uplot/1.6.30/dist/";
    private static final Map<String, String> OF_LIBRARIES =
            Map.of("/uplot.js", UPLOT + "uPlot.esm.js", "/uplot.css", UPLOT + "uPlot.min.css");

    private PageFiles() {}

    /** The file of a path; empty where there is none. */
    static Optional<Answer> at(String path) throws IOException {
        String name = path.equals("/") ? "/index.html" : path;
        if (!NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        try (InputStream file = PageFiles.class.getResourceAsStream(OF_LIBRARIES.getOrDefault(name, PAGE + name))) {
            if (file == null) {
                return Optional.empty();
            }
            String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
            return Optional.of(new Answer(OK, type, new String(file.readAllBytes(), StandardCharsets.UTF_8)));
        }
    }
}
