package dev.longhaul.cli.template;

import dev.longhaul.cli.template.TemplateFunction.Events;
import dev.longhaul.cli.template.TemplateFunction.Size;
import dev.longhaul.cli.template.TemplateFunction.Timer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A job's template.
 *
 * @param name the job's name, which its function has with the template's suffix
 * @param job the job's function
 * @param others its other functions, such as the sweeper
 * @param queue how a queue feeds the job's function, or null where none does
 */
public record Template(
        String name,
        TemplateFunction job,
        List<TemplateFunction> others,
        @Nullable Mapping queue) {

    private static final String FUNCTION = "AWS::Serverless::Function";
    private static final String MAPPING = "AWS::Lambda::EventSourceMapping";
    /** The name that the processor gives the job's own function in its template. */
    private static final String JOB = "Function";

    /**
     * How a queue feeds a function.
     *
     * @param batchSize how many messages come in one event
     * @param reportsFailures whether the function's answer says which messages are to come again
     */
    public record Mapping(int batchSize, boolean reportsFailures) {}

    /** Copies the list. */
    public Template {
        others = List.copyOf(others);
    }

    /**
     * Reads a template.
     *
     * @param name its name, for messages
     * @param parameters values for its parameters, instead of their defaults
     * @throws IllegalArgumentException when it is none that the processor writes; it says why
     */
    public static Template read(String document, String name, Map<String, String> parameters) {
        Map<?, ?> template = Yaml.read(document, name);
        Values values = new Values(template, parameters);
        TemplateFunction job = null;
        Mapping queue = null;
        List<TemplateFunction> others = new ArrayList<>();
        for (Map.Entry<?, ?> entry : Values.map(template.get("Resources")).entrySet()) {
            Map<?, ?> resource = Values.map(entry.getValue());
            if (!values.isMade(resource)) {
                continue;
            }
            if (MAPPING.equals(resource.get("Type"))) {
                queue = mapping(Values.map(resource.get("Properties")), values);
            }
            if (!FUNCTION.equals(resource.get("Type"))) {
                continue;
            }
            TemplateFunction function =
                    function(String.valueOf(entry.getKey()), Values.map(resource.get("Properties")), values);
            if (function.id().equals(JOB)) {
                job = function;
            } else {
                others.add(function);
            }
        }
        if (job == null) {
            throw new IllegalArgumentException(name + " has no " + FUNCTION + " called " + JOB
                    + ". Give the template that the processor wrote for a job.");
        }
        Object jobName =
                Values.map(Values.map(template.get("Metadata")).get("Longhaul")).get("Job");
        return new Template(text(jobName, job.name()), job, others, queue);
    }

    private static Mapping mapping(Map<?, ?> properties, Values values) {
        boolean reports = values.of(properties.get("FunctionResponseTypes")) instanceof List<?> types
                && types.contains("ReportBatchItemFailures");
        return new Mapping(number(values.of(properties.get("BatchSize")), 10), reports);
    }

    private static TemplateFunction function(String id, Map<?, ?> properties, Values values) {
        FunctionProperties.requireKnown(id, properties);
        Map<?, ?> events = Values.map(properties.get("EventInvokeConfig"));
        Object reserved = values.of(properties.get("ReservedConcurrentExecutions"));
        return new TemplateFunction(
                id,
                text(values.of(properties.get("FunctionName")), id),
                text(values.of(properties.get("Handler")), ""),
                new Size(
                        number(values.of(properties.get("Timeout")), 3),
                        number(values.of(properties.get("MemorySize")), 128),
                        reserved == null ? OptionalInt.empty() : OptionalInt.of(number(reserved, 0))),
                new Events(
                        number(values.of(events.get("MaximumRetryAttempts")), 2),
                        number(values.of(events.get("MaximumEventAgeInSeconds")), 21_600),
                        "Allow".equals(values.of(properties.get("RecursiveLoop")))),
                environment(properties, values),
                timer(properties, values));
    }

    private static Map<String, String> environment(Map<?, ?> properties, Values values) {
        Map<String, String> variables = new LinkedHashMap<>();
        Values.map(Values.map(properties.get("Environment")).get("Variables")).forEach((key, value) -> {
            Object result = values.of(value);
            if (result != null) {
                variables.put(String.valueOf(key), String.valueOf(result));
            }
        });
        return variables;
    }

    private static @Nullable Timer timer(Map<?, ?> properties, Values values) {
        for (Object event : Values.map(properties.get("Events")).values()) {
            Map<?, ?> schedule = Values.map(Values.map(event).get("Properties"));
            Object expression = values.of(schedule.get("ScheduleExpression"));
            if (expression != null && !"DISABLED".equals(values.of(schedule.get("State")))) {
                return new Timer(String.valueOf(expression), text(values.of(schedule.get("Input")), "{}"));
            }
        }
        return null;
    }

    private static String text(@Nullable Object value, String otherwise) {
        return value == null ? otherwise : String.valueOf(value);
    }

    private static int number(@Nullable Object value, int otherwise) {
        if (value == null) {
            return otherwise;
        }
        try {
            return Integer.parseInt(String.valueOf(value));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("the template has \"" + value + "\" where a number was expected", e);
        }
    }
}
