package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.JobMethod.Parameter;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Verdict.AwsEvent;
import dev.longhaul.processor.names.Names;
import java.io.IOException;

/** The check of the start event, and the call of the start hook with it. */
final class StartPart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        if (job.hooks().starts().isEmpty()) {
            return;
        }
        JobMethod start = job.hooks().starts().get(0);
        CodeBlock read = CodeBlock.of("");
        if (job.hooks().event() instanceof Shape event) {
            read = codecs.read(event, "event");
            handler.addMethod(
                    check(codecs.readUnseen(event, job.hooks().ignoreUnknown() ? "event" : "event.strict()")));
        } else if (job.hooks().event() instanceof AwsEvent event) {
            read = CodeBlock.of("$T.read($T.class, event)", Names.AWS_EVENTS, event.type());
            handler.addMethod(check(read));
        }
        handler.addMethod(HandlerMethods.override(TypeName.VOID, "onStart", job.home())
                .addParameter(Names.STATE_READER, "event")
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(
                        HandlerMethods.calling(start, CodeBlock.of("job.$L($L)", start.name(), arguments(start, read))))
                .build());
    }

    private static MethodSpec check(CodeBlock read) {
        return HandlerMethods.override(TypeName.VOID, "checkEvent")
                .addParameter(Names.STATE_READER, "event")
                .addException(IOException.class)
                .addStatement(read)
                .build();
    }

    private static CodeBlock arguments(JobMethod start, CodeBlock read) {
        return start.parameters().stream()
                .map(Parameter::isContext)
                .map(context -> context ? CodeBlock.of("context") : read)
                .collect(CodeBlock.joining(", "));
    }
}
