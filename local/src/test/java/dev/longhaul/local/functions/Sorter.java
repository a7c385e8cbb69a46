package dev.longhaul.local.functions;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes the body of each message into the file in {@code SEEN}, and gives those back that are bad and come for the first time. */
public final class Sorter implements RequestStreamHandler {

    private static final Pattern MESSAGE = Pattern.compile(
            "\"messageId\":\"([^\"]*)\".*?\"body\":\"([^\"]*)\".*?\"ApproximateReceiveCount\":\"([^\"]*)\"");

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        String messages = new String(event.readAllBytes(), StandardCharsets.UTF_8);
        List<String> failed = new ArrayList<>();
        MESSAGE.matcher(messages).results().forEach(message -> {
            note(message.group(2) + ' ' + message.group(3) + '\n');
            if (message.group(2).equals("bad") && message.group(3).equals("1")) {
                failed.add("{\"itemIdentifier\":\"" + message.group(1) + "\"}");
            }
        });
        answer.write(("{\"batchItemFailures\":" + failed.stream().collect(Collectors.joining(",", "[", "]")) + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static void note(String line) {
        try {
            Files.writeString(
                    Path.of(System.getenv("SEEN")), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
