package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.longhaul.processor.model.Composite.Bean;
import dev.longhaul.processor.model.Composite.Property;

/** A plain bean: an object of its properties; one that is missing keeps what the bean begins with. */
record BeanMethod(Bean shape) implements CodecMethod {

    @Override
    public CodeBlock write(Codecs codecs) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
        for (Property property : shape.properties()) {
            code.add(codecs.writeField(property.shape(), property.name(), CodeBlock.of("value.$L", property.get())));
        }
        return code.addStatement("out.endObject()").build();
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        FieldLoop loop = new FieldLoop();
        for (Property property : shape.properties()) {
            CodeBlock value = codecs.read(property.shape(), "in");
            loop.on(
                    property,
                    CodeBlock.of(property.viaSetter() ? "bean.$L($L)" : "bean.$L = $L", property.set(), value));
        }
        return CodeBlock.builder()
                .addStatement("$T bean = new $L()", shape.type(), created(shape.type()))
                .add(loop.end())
                .addStatement("return bean")
                .build();
    }

    /** A type behind {@code new}, where no wildcard can stand. */
    static CodeBlock created(TypeName type) {
        return type instanceof ParameterizedTypeName generic
                        && generic.typeArguments().stream().anyMatch(WildcardTypeName.class::isInstance)
                ? CodeBlock.of("$T<>", generic.rawType())
                : CodeBlock.of("$T", type);
    }
}
