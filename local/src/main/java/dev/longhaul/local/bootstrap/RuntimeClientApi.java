package dev.longhaul.local.bootstrap;

import dev.longhaul.local.invocation.Payload;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/** The Runtime API as a runtime client calls it. */
final class RuntimeClientApi {

    private static final int OK = 200;

    private final String root;

    RuntimeClientApi(String address) {
        this.root = "http://" + address + "/2018-06-01/runtime/";
    }

    /** An event with what came in its headers. */
    record Event(
            String requestId,
            long deadlineMillis,
            String functionArn,
            String traceHeader,
            @Nullable String tenantId,
            Payload payload) {}

    /** Waits for the next event, as long as it takes. */
    Event next() throws IOException {
        HttpURLConnection connection = connect("invocation/next");
        if (connection.getResponseCode() != OK) {
            throw new IOException("the Runtime API answered " + connection.getResponseCode() + " to next");
        }
        Payload payload;
        try (InputStream body = connection.getInputStream()) {
            payload = Payload.of(body.readAllBytes());
        }
        return new Event(
                header(connection, "Lambda-Runtime-Aws-Request-Id"),
                Long.parseLong(header(connection, "Lambda-Runtime-Deadline-Ms")),
                header(connection, "Lambda-Runtime-Invoked-Function-Arn"),
                header(connection, "Lambda-Runtime-Trace-Id"),
                connection.getHeaderField("Lambda-Runtime-Aws-Tenant-Id"),
                payload);
    }

    void response(String requestId, byte[] payload) throws IOException {
        post("invocation/" + requestId + "/response", payload);
    }

    void error(String requestId, byte[] error) throws IOException {
        post("invocation/" + requestId + "/error", error);
    }

    void initError(byte[] error) throws IOException {
        post("init/error", error);
    }

    private void post(String path, byte[] body) throws IOException {
        HttpURLConnection connection = connect(path);
        connection.setDoOutput(true);
        connection.setFixedLengthStreamingMode(body.length);
        connection.setRequestProperty("Content-Type", "application/json");
        try (OutputStream out = connection.getOutputStream()) {
            out.write(body);
        }
        // Reading the answer to its end keeps the connection.
        int status = connection.getResponseCode();
        InputStream answer = status < 400 ? connection.getInputStream() : connection.getErrorStream();
        if (answer != null) {
            try (answer) {
                answer.transferTo(OutputStream.nullOutputStream());
            }
        }
    }

    private HttpURLConnection connect(String path) throws IOException {
        return (HttpURLConnection) URI.create(root + path).toURL().openConnection();
    }

    private static String header(HttpURLConnection connection, String name) throws IOException {
        String value = connection.getHeaderField(name);
        if (value == null) {
            throw new IOException("the Runtime API sent no " + name);
        }
        return value;
    }
}
