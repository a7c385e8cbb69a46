package dev.longhaul.local.bootstrap;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

/** Makes the handler that a function's setting names. */
final class HandlerLoader {

    private static final String METHOD = "::handleRequest";

    private HandlerLoader() {}

    static RequestStreamHandler load(String handler) throws ReflectiveOperationException {
        String className =
                handler.endsWith(METHOD) ? handler.substring(0, handler.length() - METHOD.length()) : handler;
        Object instance = Class.forName(className).getConstructor().newInstance();
        if (instance instanceof RequestStreamHandler streams) {
            return streams;
        }
        throw new IllegalArgumentException(className
                + " is no RequestStreamHandler: the plain Java runtime client runs no other; implement it, or use AWS's"
                + " runtime client on Linux");
    }
}
