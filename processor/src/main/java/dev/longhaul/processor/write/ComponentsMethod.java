package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Composite.Component;
import dev.longhaul.processor.model.Composite.Components;

/** A record: an object of its components; one that is missing has the default of its type. */
record ComponentsMethod(Components shape) implements CodecMethod {

    @Override
    public CodeBlock write(Codecs codecs) {
        CodeBlock.Builder code = CodeBlock.builder().addStatement("out.beginObject()");
        for (Component component : shape.components()) {
            CodeBlock value = part(component, CodeBlock.of("$L", "value." + component.name() + "()"));
            code.add(codecs.writeField(component.shape(), component.name(), value));
        }
        return code.addStatement("out.endObject()").build();
    }

    @Override
    public CodeBlock read(Codecs codecs) {
        // The reader's own name comes first.
        NameAllocator names = new NameAllocator();
        names.newName("in");
        CodeBlock.Builder code = CodeBlock.builder();
        FieldLoop loop = new FieldLoop();
        CodeBlock.Builder arguments = CodeBlock.builder();
        String comma = "";
        for (Component component : shape.components()) {
            String local = names.newName(component.name());
            TypeName type = component.shape().type();
            code.addStatement("$T $L = $L", type, local, zero(type));
            loop.on(component, CodeBlock.of("$L = $L", local, codecs.read(component.shape(), "in")));
            arguments.add("$L$L", comma, part(component, CodeBlock.of("$L", local)));
            comma = ", ";
        }
        return code.add(loop.end())
                .addStatement("return new $L($L)", Wildcards.created(shape.type()), arguments.build())
                .build();
    }

    private CodeBlock part(Component component, CodeBlock value) {
        return Wildcards.part(shape.type(), component.shape().type(), value);
    }

    private static String zero(TypeName type) {
        if (!type.isPrimitive()) {
            return "null";
        }
        return type.equals(TypeName.BOOLEAN) ? "false" : "0";
    }
}
