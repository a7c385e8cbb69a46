package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.names.Names;

/** The call of the step, and the question whether the work is done. */
final class StepPart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        JobMethod step = job.steps().get(0);
        CodeBlock done = job.terminates().stream().map(HandlerMethods::call).collect(CodeBlock.joining(" || "));
        handler.addMethod(HandlerMethods.override(TypeName.VOID, "step", job.home())
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(HandlerMethods.calling(step, HandlerMethods.call(step)))
                .build());
        handler.addMethod(HandlerMethods.override(TypeName.BOOLEAN, "isDone", job.home())
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(HandlerMethods.calling(
                        job.terminates(),
                        CodeBlock.builder().addStatement("return $L", done).build()))
                .build());
    }
}
