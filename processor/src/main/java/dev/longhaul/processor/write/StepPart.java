package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import java.util.List;
import java.util.stream.Collectors;

/** The call of the step, and the question whether the work is done. */
final class StepPart implements HandlerPart {

    @Override
    public void addTo(HandlerText handler, Job job) {
        JobMethod step = job.steps().get(0);
        HandlerText.calling(
                handler.override("void", "step", handler.context(), HandlerText.ANY), List.of(step), call(step) + ";");
        String done = job.terminates().stream().map(StepPart::call).collect(Collectors.joining(" || "));
        HandlerText.calling(
                handler.override("boolean", "isDone", handler.context(), HandlerText.ANY),
                job.terminates(),
                "return " + done + ";");
    }

    /** The call of a method that takes nothing or the context. */
    static String call(JobMethod method) {
        return "job." + method.name() + (method.parameters().isEmpty() ? "()" : "(context)");
    }
}
