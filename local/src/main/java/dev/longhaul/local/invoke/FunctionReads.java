package dev.longhaul.local.invoke;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.FunctionName;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers {@code ListFunctions}, {@code GetFunction} and {@code GetFunctionConfiguration}, with what a local function has:
 * no role, no code to fetch, no date. A list is given whole. Thread-safe.
 */
final class FunctionReads {

    private static final Pattern PATH = Pattern.compile("/2015-03-31/functions(?:/?|/([^/]+)(/configuration)?)");
    private static final String ARCHITECTURE = System.getProperty("os.arch", "").equals("aarch64") ? "arm64" : "x86_64";

    private final Functions functions;
    private final JsonFactory json = new JsonFactory();

    FunctionReads(Functions functions) {
        this.functions = functions;
    }

    /** The answer to a request by GET. */
    byte[] answer(URI uri) throws IOException, ApiException {
        Matcher path = PATH.matcher(uri.getRawPath());
        if (!path.matches()) {
            throw ApiException.unknownOperation("GET", uri.getRawPath());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = json.createGenerator(bytes)) {
            if (path.group(1) == null) {
                list(out);
            } else {
                FunctionName name = InvokeRequest.function(InvokeRequest.decode(path.group(1)), uri.getRawQuery());
                FunctionConfig function = functions
                        .find(name)
                        .map(InvokeTarget::config)
                        .orElseThrow(() -> ApiException.functionNotFound(functions.arn(name)));
                if (path.group(2) == null) {
                    function(out, name, function);
                } else {
                    configuration(out, name, function);
                }
            }
        }
        return bytes.toByteArray();
    }

    private void list(JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("Functions");
        for (FunctionConfig function : functions.all()) {
            configuration(out, FunctionName.parse(function.name()).orElseThrow(), function);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void function(JsonGenerator out, FunctionName name, FunctionConfig function) throws IOException {
        out.writeStartObject();
        out.writeFieldName("Configuration");
        configuration(out, name, function);
        if (function.limits().reservedConcurrency().isPresent()) {
            out.writeObjectFieldStart("Concurrency");
            out.writeNumberField(
                    "ReservedConcurrentExecutions",
                    function.limits().reservedConcurrency().getAsInt());
            out.writeEndObject();
        }
        out.writeEndObject();
    }

    private void configuration(JsonGenerator out, FunctionName name, FunctionConfig function) throws IOException {
        out.writeStartObject();
        out.writeStringField("FunctionName", function.name());
        out.writeStringField("FunctionArn", functions.arn(name));
        out.writeStringField("Runtime", "java" + Runtime.version().feature());
        out.writeStringField("Handler", function.code().handler());
        out.writeNumberField("Timeout", function.limits().timeout().toSeconds());
        out.writeNumberField("MemorySize", function.limits().memoryMegabytes());
        out.writeStringField("Version", FunctionName.LATEST);
        out.writeStringField("PackageType", "Zip");
        out.writeArrayFieldStart("Architectures");
        out.writeString(ARCHITECTURE);
        out.writeEndArray();
        out.writeStringField("State", "Active");
        out.writeStringField("LastUpdateStatus", "Successful");
        if (!function.environment().isEmpty()) {
            out.writeObjectFieldStart("Environment");
            out.writeObjectFieldStart("Variables");
            for (Map.Entry<String, String> variable : new TreeMap<>(function.environment()).entrySet()) {
                out.writeStringField(variable.getKey(), variable.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndObject();
    }
}
