package dev.longhaul.local.bootstrap;

import java.nio.charset.StandardCharsets;

/** A throwable as the Runtime API takes it: {@code errorMessage}, {@code errorType}, {@code stackTrace}. */
final class ErrorJson {

    private static final int FIRST_PRINTABLE = 0x20;

    private ErrorJson() {}

    static byte[] of(Throwable error) {
        StringBuilder json = new StringBuilder("{\"errorMessage\":");
        string(json, String.valueOf(error.getMessage()));
        json.append(",\"errorType\":");
        string(json, error.getClass().getName());
        json.append(",\"stackTrace\":[");
        String separator = "";
        for (StackTraceElement frame : error.getStackTrace()) {
            json.append(separator);
            string(json, frame.toString());
            separator = ",";
        }
        return json.append("]}").toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void string(StringBuilder json, String text) {
        json.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < FIRST_PRINTABLE) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}
