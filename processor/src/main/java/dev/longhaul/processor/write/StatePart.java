package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.names.Names;
import java.io.IOException;

/** The saving and the restoring of the state fields. */
final class StatePart implements HandlerPart {

    private final Serializers serializers;

    StatePart(Serializers serializers) {
        this.serializers = serializers;
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job) {
        TypeName type = TypeName.get(job.type().asType());
        MethodSpec.Builder write = HandlerWriter.override("writeState")
                .addParameter(type, "job")
                .addParameter(Names.STATE_WRITER, "out")
                .addException(IOException.class)
                .addStatement("out.beginObject()");
        CodeBlock.Builder cases = CodeBlock.builder();
        for (StateField field : job.states()) {
            write.addCode(serializers.writeField(field.shape(), field.name(), "job." + field.name()));
            cases.addStatement(
                    "case $S -> job.$L = $L", field.name(), field.name(), serializers.read(field.shape(), "in"));
        }
        handler.addMethod(write.addStatement("out.endObject()").build());
        handler.addMethod(HandlerWriter.override("readState")
                .addParameter(type, "job")
                .addParameter(Names.STATE_READER, "in")
                .addException(IOException.class)
                .addCode(Serializers.objectLoop(cases.build()))
                .build());
    }
}
