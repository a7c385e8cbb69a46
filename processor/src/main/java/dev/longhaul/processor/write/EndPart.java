package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import java.util.List;

/** The calls of the completion hook and the failure hook. */
final class EndPart implements HandlerPart {

    private final Serializers serializers;

    EndPart(Serializers serializers) {
        this.serializers = serializers;
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job) {
        if (!job.completes().isEmpty()) {
            handler.addMethod(complete(job, job.completes().get(0)));
        }
        if (!job.failures().isEmpty()) {
            handler.addMethod(fail(job, job.failures().get(0)));
        }
    }

    private MethodSpec complete(Job job, JobMethod hook) {
        MethodSpec.Builder method = HandlerWriter.override("onComplete")
                .addParameter(TypeName.get(job.type().asType()), "job")
                .addParameter(Names.STATE_WRITER, "result")
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class);
        String call = StepPart.call(hook);
        Shape result = job.resultShape();
        if (result == null) {
            return method.addCode(HandlerWriter.calling(hook, "$L", call))
                    .addStatement("result.nothing()")
                    .build();
        }
        return method.addCode(HandlerWriter.calling(serializers.write(result, "result", call), List.of(hook)))
                .build();
    }

    private static MethodSpec fail(Job job, JobMethod hook) {
        return HandlerWriter.override("onFailure")
                .addParameter(TypeName.get(job.type().asType()), "job")
                .addParameter(ClassName.get(Throwable.class), "failure")
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(HandlerWriter.calling(
                        hook, "job.$L($L)", hook.name(), hook.parameters().isEmpty() ? "" : "failure"))
                .build();
    }
}
