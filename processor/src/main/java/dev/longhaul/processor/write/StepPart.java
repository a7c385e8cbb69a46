package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.names.Names;
import java.util.stream.Collectors;

/** The call of the step, and the question whether the work is done. */
final class StepPart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job) {
        handler.addMethod(method("step", job)
                .addException(Exception.class)
                .addCode(HandlerWriter.calling(
                        job.steps().get(0), "$L", call(job.steps().get(0))))
                .build());
        handler.addMethod(method("isDone", job)
                .returns(TypeName.BOOLEAN)
                .addException(Exception.class)
                .addCode(HandlerWriter.calling(
                        CodeBlock.builder()
                                .addStatement(
                                        "return $L",
                                        job.terminates().stream()
                                                .map(StepPart::call)
                                                .collect(Collectors.joining("\n|| ")))
                                .build(),
                        job.terminates()))
                .build());
    }

    private static MethodSpec.Builder method(String name, Job job) {
        return HandlerWriter.override(name)
                .addParameter(TypeName.get(job.type().asType()), "job")
                .addParameter(Names.CONTEXT, "context");
    }

    /** The call of a method that takes nothing or the context. */
    static String call(JobMethod method) {
        return "job." + method.name() + (method.parameters().isEmpty() ? "()" : "(context)");
    }
}
