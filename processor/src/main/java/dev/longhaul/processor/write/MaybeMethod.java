package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.longhaul.processor.model.Shape;
import java.util.Optional;

/** An Optional: an array of one value or none. */
record MaybeMethod(Shape.Maybe shape) implements CodecMethod {

    @Override
    public CodeBlock write(Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("out.beginArray()")
                .beginControlFlow("if (value.isPresent())")
                .addStatement(codecs.write(shape.element(), CodeBlock.of("out"), CodeBlock.of("value.get()")))
                .endControlFlow()
                .addStatement("out.endArray()")
                .build();
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("$T content = $T.empty()", shape.type(), Optional.class)
                .addStatement("in.beginArray()")
                .beginControlFlow("while (in.next())")
                .addStatement("content = $T.of($L)", Optional.class, codecs.read(shape.element(), "in"))
                .endControlFlow()
                .addStatement("return content")
                .build();
    }
}
