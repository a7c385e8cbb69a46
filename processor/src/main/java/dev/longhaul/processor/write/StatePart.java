package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.ChildrenField;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.names.Names;
import java.io.IOException;

/** The saving and the restoring of the state fields, and of those for children. */
final class StatePart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        CodeBlock.Builder written = CodeBlock.builder().addStatement("out.beginObject()");
        FieldLoop loop = new FieldLoop();
        for (StateField field : job.states()) {
            CodeBlock value = CodeBlock.of("job.$L", field.name());
            written.add(codecs.writeField(field.shape(), field.name(), value));
            loop.on(field, CodeBlock.of("$L = $L", value, codecs.read(field.shape(), "in")));
        }
        for (ChildrenField field : job.state().children()) {
            written.addStatement("job.$L.save(out.field($S))", field.name(), field.name());
            loop.on(field.name(), CodeBlock.of("job.$L.restore(in)", field.name()));
        }
        handler.addMethod(HandlerMethods.override(TypeName.VOID, "writeState", job.home())
                .addParameter(Names.STATE_WRITER, "out")
                .addException(IOException.class)
                .addCode(written.addStatement("out.endObject()").build())
                .build());
        handler.addMethod(HandlerMethods.override(TypeName.VOID, "readState", job.home())
                .addParameter(Names.STATE_READER, "in")
                .addException(IOException.class)
                .addCode(loop.end())
                .build());
    }
}
