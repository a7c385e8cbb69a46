package dev.longhaul.cli.template;

import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A function that a template describes.
 *
 * @param id its name in the template
 * @param name its name, which for a job's is fixed
 * @param handler its handler's class, with the method
 * @param size its timeout and memory
 * @param events what becomes of its events
 * @param environment its variables
 * @param timer what starts it by itself, or null
 */
public record TemplateFunction(
        String id,
        String name,
        String handler,
        Size size,
        Events events,
        Map<String, String> environment,
        @Nullable Timer timer) {

    /** Copies the variables. */
    public TemplateFunction {
        environment = Map.copyOf(environment);
    }

    /**
     * What an invocation may use.
     *
     * @param timeoutSeconds its timeout
     * @param memoryMegabytes its memory
     * @param reservedConcurrency how many may run at once, or empty
     */
    public record Size(int timeoutSeconds, int memoryMegabytes, OptionalInt reservedConcurrency) {}

    /**
     * What becomes of asynchronous events.
     *
     * @param retries how often one is tried again
     * @param ageSeconds how long one is kept
     * @param loopAllowed whether a chain of them may pass the function as often as it likes
     */
    public record Events(int retries, int ageSeconds, boolean loopAllowed) {}

    /**
     * What starts a function by itself.
     *
     * @param expression when
     * @param input the event, as JSON with EventBridge's words for the time in it
     */
    public record Timer(String expression, String input) {}
}
