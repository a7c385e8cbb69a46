package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The calls of the completion hook and the failure hook. */
final class EndPart implements HandlerPart {

    @Override
    public void addTo(HandlerText handler, Job job) {
        if (!job.completes().isEmpty()) {
            complete(handler, job.resultShape(), job.completes().get(0));
        }
        if (!job.failures().isEmpty()) {
            JobMethod hook = job.failures().get(0);
            HandlerText.calling(
                    handler.override("void", "onFailure", "Throwable failure, " + handler.context(), HandlerText.ANY),
                    List.of(hook),
                    "job." + hook.name() + (hook.parameters().isEmpty() ? "();" : "(failure);"));
        }
    }

    private static void complete(HandlerText handler, @Nullable Shape result, JobMethod hook) {
        String parameters = handler.imports().of(Names.STATE_WRITER) + " result, " + handler.context();
        JavaText method = handler.override("void", "onComplete", parameters, HandlerText.ANY);
        String call = StepPart.call(hook);
        if (result == null) {
            HandlerText.calling(method, List.of(hook), call + ";", "result.nothing();");
        } else {
            HandlerText.calling(method, List.of(hook), handler.serializers().write(result, "result", call) + ";");
        }
    }
}
