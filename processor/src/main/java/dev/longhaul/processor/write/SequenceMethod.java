package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.longhaul.processor.model.Shape;

/** A collection: an array of its elements. */
record SequenceMethod(Shape.Sequence shape) implements CodecMethod {

    @Override
    public CodeBlock write(Codecs codecs) {
        ClassName declared = CodecChoice.raw(shape.type());
        return declared.simpleName().equals("List")
                ? elements(CodeBlock.of(""), shape.element(), codecs)
                : elements(CodeBlock.of("$T.class, value", declared), shape.element(), codecs);
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("$T values = new $T<>()", shape.type(), shape.implementation())
                .addStatement("in.beginArray()")
                .beginControlFlow("while (in.next())")
                .addStatement("values.add($L)", codecs.read(shape.element(), "in"))
                .endControlFlow()
                .addStatement("return values")
                .build();
    }

    /**
     * The statements that write each element of a value.
     *
     * @param checked what the writer looks at before
     */
    static CodeBlock elements(CodeBlock checked, Shape element, Codecs codecs) {
        return CodeBlock.builder()
                .addStatement("out.beginArray($L)", checked)
                .beginControlFlow("for ($T element : value)", element.type())
                .addStatement(codecs.write(element, CodeBlock.of("out"), CodeBlock.of("element")))
                .endControlFlow()
                .addStatement("out.endArray()")
                .build();
    }
}
