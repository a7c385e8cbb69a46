package dev.longhaul.local.invoke;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import dev.longhaul.local.function.FunctionName;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * An Invoke request without its body.
 *
 * @param function name and qualifier, from path and query
 * @param type how to invoke it
 * @param wantsLog whether the answer carries the end of the log
 * @param traceHeader of the caller
 * @param tenantId of a function with tenant isolation
 * @param clientContext JSON on one line
 */
record InvokeRequest(
        FunctionName function,
        Type type,
        boolean wantsLog,
        Optional<String> traceHeader,
        Optional<String> tenantId,
        Optional<String> clientContext) {

    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions/([^/]+)/invocations");
    private static final Pattern QUALIFIER = Pattern.compile("(?:^|&)Qualifier=([^&]*)");

    /** How a function is invoked. */
    enum Type {
        REQUEST_RESPONSE(6_291_456),
        EVENT(1_048_576),
        DRY_RUN(6_291_456);

        private final int maximumBytes;

        Type(int maximumBytes) {
            this.maximumBytes = maximumBytes;
        }

        /** The largest body. */
        int maximumBytes() {
            return maximumBytes;
        }

        static Type of(@Nullable String header) throws ApiException {
            return switch (header == null ? "RequestResponse" : header) {
                case "RequestResponse" -> REQUEST_RESPONSE;
                case "Event" -> EVENT;
                case "DryRun" -> DRY_RUN;
                default ->
                    throw ApiException.invalidValue(
                            "invocationType", String.valueOf(header), "Event, RequestResponse, DryRun");
            };
        }
    }

    static InvokeRequest of(HttpExchange exchange, Json json) throws ApiException {
        URI uri = exchange.getRequestURI();
        Matcher path = PATH.matcher(uri.getRawPath());
        if (!path.matches() || !exchange.getRequestMethod().equals("POST")) {
            throw ApiException.unknownOperation(exchange.getRequestMethod(), uri.getRawPath());
        }
        Headers headers = exchange.getRequestHeaders();
        Type type = Type.of(headers.getFirst("X-Amz-Invocation-Type"));
        return new InvokeRequest(
                function(decode(path.group(1)), uri.getRawQuery()),
                type,
                type == Type.REQUEST_RESPONSE && "Tail".equals(headers.getFirst("X-Amz-Log-Type")),
                Optional.ofNullable(headers.getFirst("X-Amzn-Trace-Id")),
                Optional.ofNullable(headers.getFirst("X-Amz-Tenant-Id")),
                // Lambda drops it from asynchronous invocations.
                type == Type.EVENT ? Optional.empty() : clientContext(headers, json));
    }

    /** A function by its name in a path, and the qualifier of a query where there is one. */
    static FunctionName function(String name, @Nullable String query) throws ApiException {
        FunctionName function = FunctionName.parse(name).orElse(null);
        if (function == null) {
            throw ApiException.invalidName(name);
        }
        Matcher asked = QUALIFIER.matcher(query == null ? "" : query);
        if (!asked.find() || asked.group(1).isEmpty()) {
            return function;
        }
        String qualifier = decode(asked.group(1));
        if (function.qualifier().isPresent() && !function.qualifier().get().equals(qualifier)) {
            throw ApiException.qualifiersDiffer();
        }
        return function.withQualifier(qualifier);
    }

    private static Optional<String> clientContext(Headers headers, Json json) throws ApiException {
        String encoded = headers.getFirst("X-Amz-Client-Context");
        if (encoded == null) {
            return Optional.empty();
        }
        byte[] decoded;
        try {
            decoded = Base64.getDecoder().decode(encoded);
        } catch (IllegalArgumentException notBase64) {
            throw ApiException.badClientContext();
        }
        return Optional.of(json.objectOnOneLine(decoded));
    }

    /** A part of a path without its escapes. */
    static String decode(String text) throws ApiException {
        try {
            // In a path a plus is a plus.
            return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException badEscape) {
            throw ApiException.invalidName(text);
        }
    }
}
