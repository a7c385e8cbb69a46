package dev.longhaul.processor.write;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.read.JobReader;
import java.io.IOException;
import java.util.stream.Collectors;

/** The check of the start event, and the call of the start hook with it. */
final class StartPart implements HandlerPart {

    private final Serializers serializers;

    StartPart(Serializers serializers) {
        this.serializers = serializers;
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job) {
        if (job.starts().isEmpty()) {
            return;
        }
        Shape event = job.startShape();
        if (event != null) {
            handler.addMethod(HandlerWriter.override("checkEvent")
                    .addParameter(Names.STATE_READER, "event")
                    .addException(IOException.class)
                    .addStatement("$L", serializers.read(event, "event"))
                    .build());
        }
        JobMethod start = job.starts().get(0);
        String arguments = start.parameters().stream()
                .map(parameter ->
                        JobReader.isContext(parameter) || event == null ? "context" : serializers.read(event, "event"))
                .collect(Collectors.joining(", "));
        handler.addMethod(HandlerWriter.override("onStart")
                .addParameter(TypeName.get(job.type().asType()), "job")
                .addParameter(Names.STATE_READER, "event")
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(HandlerWriter.calling(start, "job.$L($L)", start.name(), arguments))
                .build());
    }
}
