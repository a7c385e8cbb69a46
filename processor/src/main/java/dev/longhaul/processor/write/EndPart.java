package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
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

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        if (!job.hooks().completes().isEmpty()) {
            handler.addMethod(complete(job, job.hooks().completes().get(0), codecs));
        }
        if (!job.hooks().failures().isEmpty()) {
            JobMethod hook = job.hooks().failures().get(0);
            CodeBlock call =
                    CodeBlock.of("job.$L($L)", hook.name(), hook.parameters().isEmpty() ? "" : "failure");
            handler.addMethod(HandlerMethods.override(TypeName.VOID, "onFailure", job.home())
                    .addParameter(Throwable.class, "failure")
                    .addParameter(Names.CONTEXT, "context")
                    .addException(Exception.class)
                    .addCode(HandlerMethods.calling(hook, call))
                    .build());
        }
    }

    private static MethodSpec complete(Job job, JobMethod hook, Codecs codecs) {
        CodeBlock call = HandlerMethods.call(hook);
        CodeBlock.Builder body = CodeBlock.builder();
        if (job.hooks().result() instanceof Shape result) {
            body.addStatement(codecs.write(result, CodeBlock.of("result"), call));
        } else {
            body.addStatement(call).addStatement("result.nothing()");
        }
        return HandlerMethods.override(TypeName.VOID, "onComplete", job.home())
                .addParameter(Names.STATE_WRITER, "result")
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(HandlerMethods.calling(List.of(hook), body.build()))
                .build();
    }
}
