package dev.longhaul.processor.template;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.model.Variable;
import java.util.List;

/**
 * What a template says of a job.
 *
 * @param job the job's and the function's name
 * @param type the class, as the template's reader knows it
 * @param handler the handler's class
 * @param function the settings of the function
 * @param needs what it needs besides
 * @param schedule the job's own schedule, or empty
 * @param code where the jar is, seen from the template's folder, or an S3 URI
 */
record Deployment(
        String job, String type, String handler, Function function, Needs needs, String schedule, String code) {

    /**
     * The settings of the function.
     *
     * @param timeoutSeconds when an invocation is killed
     * @param memoryMegabytes its memory
     * @param architecture Lambda's name of the instruction set
     * @param managed whether it runs on Lambda Managed Instances
     * @param snapStart whether its environments begin with a snapshot
     */
    record Function(long timeoutSeconds, int memoryMegabytes, String architecture, boolean managed, boolean snapStart) {

        /** Whether it runs published versions only, so that chains are started through an alias. */
        boolean published() {
            return managed || snapStart;
        }
    }

    /**
     * What a job needs besides its function.
     *
     * @param variables its environment variables
     * @param children the jobs whose chains it starts
     */
    record Needs(List<Variable> variables, List<String> children) {}

    /** What Lambda is told of asynchronous events. */
    static final int EVENT_AGE_SECONDS = 21_600;

    static Deployment of(Job job, String handler, String code) {
        Options options = job.options();
        return new Deployment(
                job.name(),
                job.type().getQualifiedName().toString(),
                handler,
                new Function(
                        options.timeoutMillis().value() / 1_000,
                        options.memoryMegabytes().value(),
                        options.architecture().value().lambda(),
                        options.managed(),
                        options.snapStart()),
                new Needs(
                        options.environment(),
                        job.state().children().stream()
                                .map(field -> field.job().value())
                                .distinct()
                                .toList()),
                options.schedule().value(),
                code);
    }

    /**
     * The age in milliseconds that no healthy event reaches: two attempts that were killed at the timeout, with Lambda's
     * pauses of one and two minutes, and as much again for its queue.
     */
    long oldEventMillis() {
        return Math.min(EVENT_AGE_SECONDS - 600L, 2 * (2 * function.timeoutSeconds() + 180)) * 1_000;
    }

    /** How long a message of the queue is hidden: for longer than its hop can run, and not much longer, for a hop that died. */
    long visibilitySeconds() {
        return function.timeoutSeconds() + 30;
    }
}
