package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.ChildrenField;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.names.Names;

/** What is put into the fields for children: how their start event is written, and how what they return is read. */
final class ChildrenPart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        if (job.state().children().isEmpty()) {
            return;
        }
        MethodSpec.Builder bind = HandlerMethods.override(TypeName.VOID, "bindChildren", job.home())
                .addParameter(Names.CHILD_FIELDS, "fields");
        for (ChildrenField field : job.state().children()) {
            CodeBlock input = field.input() instanceof Shape shape
                    ? codecs.write(shape, CodeBlock.of("out"), CodeBlock.of("request"))
                    : CodeBlock.of("out.nothing()");
            CodeBlock result =
                    field.result() instanceof Shape shape ? codecs.readUnseen(shape, "in") : CodeBlock.of("null");
            bind.addStatement(
                    "job.$L = fields.of($S, $L, $L, $L, (request, out) -> $L, in -> $L)",
                    field.name(),
                    field.job().value(),
                    Numbers.grouped(field.bounds().maxRunning().value()),
                    Numbers.grouped(field.bounds().most().value()),
                    field.stopWithParent(),
                    input,
                    result);
        }
        handler.addMethod(bind.build());
    }
}
