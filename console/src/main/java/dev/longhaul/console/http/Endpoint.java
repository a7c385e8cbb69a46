package dev.longhaul.console.http;

import java.io.IOException;

/** Answers one kind of request. Thread-safe. */
@FunctionalInterface
public interface Endpoint {

    /**
     * Answers.
     *
     * @throws IllegalArgumentException when the request asks for what can't be; the message says why
     */
    Answer answer(Call call) throws IOException;
}
