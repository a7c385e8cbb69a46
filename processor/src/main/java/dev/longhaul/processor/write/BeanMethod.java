package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.longhaul.processor.model.Composite.Bean;
import dev.longhaul.processor.model.Composite.Property;

/** A plain bean: an object of its properties; one that is missing keeps what the bean begins with. */
record BeanMethod(Bean shape) implements CodecMethod {

    @Override
    public CodeBlock write(Codecs codecs) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
        for (Property property : shape.properties()) {
            CodeBlock value = part(property, CodeBlock.of("$L", "value." + property.get()));
            code.add(codecs.writeField(property.shape(), property.name(), value));
        }
        return code.addStatement("out.endObject()").build();
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        FieldLoop loop = new FieldLoop();
        for (Property property : shape.properties()) {
            CodeBlock value = part(property, codecs.read(property.shape(), "in"));
            loop.on(
                    property,
                    property.viaSetter()
                            ? CodeBlock.of("$L$L)", "bean." + property.set() + "(", value)
                            : CodeBlock.of("$L$L", "bean." + property.set() + " = ", value));
        }
        return CodeBlock.builder()
                .addStatement("$T bean = new $L()", shape.type(), Wildcards.created(shape.type()))
                .add(loop.end())
                .addStatement("return bean")
                .build();
    }

    private CodeBlock part(Property property, CodeBlock value) {
        return Wildcards.part(shape.type(), property.shape().type(), value);
    }
}
