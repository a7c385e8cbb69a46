package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.names.Names;

/** The members of a handler whose job was refused: it compiles, and can't be used. */
final class RefusedPart {

    private final String job;
    private final CodeBlock refuse;

    RefusedPart(String job) {
        this.job = job;
        this.refuse = CodeBlock.builder()
                .addStatement(
                        "throw new $T($S)",
                        IllegalStateException.class,
                        job + " did not compile: see the errors of the compiler")
                .build();
    }

    void addTo(TypeSpec.Builder handler) {
        handler.addMethod(OptionsPart.constructor()
                .addStatement("super($T.named($S).build())", Names.JOB_OPTIONS, job)
                .addCode(refuse)
                .build());
        handler.addMethod(ResourcesPart.constructor(ClassName.OBJECT)
                .addStatement("this()")
                .build());
        handler.addMethod(HandlerMethods.override(ClassName.OBJECT, "create")
                .addCode(refuse)
                .build());
        handler.addMethod(method(TypeName.VOID, "step", Names.CONTEXT, "context"));
        handler.addMethod(method(TypeName.BOOLEAN, "isDone", Names.CONTEXT, "context"));
        handler.addMethod(method(TypeName.VOID, "writeState", Names.STATE_WRITER, "out"));
        handler.addMethod(method(TypeName.VOID, "readState", Names.STATE_READER, "in"));
    }

    private MethodSpec method(TypeName result, String name, ClassName parameter, String parameterName) {
        return HandlerMethods.override(result, name)
                .addParameter(ClassName.OBJECT, "job")
                .addParameter(parameter, parameterName)
                .addCode(refuse)
                .build();
    }
}
