package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.names.Names;
import javax.lang.model.element.Modifier;

/** The members of a handler whose job was refused: it compiles, and can't be used. */
final class RefusedPart {

    private final String job;

    RefusedPart(String job) {
        this.job = job;
    }

    void addTo(TypeSpec.Builder handler) {
        handler.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addStatement("super($T.named($S).build())", Names.JOB_OPTIONS, job)
                .addStatement("throw new $T($S)", IllegalStateException.class, message())
                .build());
        handler.addMethod(refused("create").returns(ClassName.OBJECT).build());
        handler.addMethod(withJob("step").addParameter(Names.CONTEXT, "context").build());
        handler.addMethod(withJob("isDone")
                .addParameter(Names.CONTEXT, "context")
                .returns(TypeName.BOOLEAN)
                .build());
        handler.addMethod(
                withJob("writeState").addParameter(Names.STATE_WRITER, "out").build());
        handler.addMethod(
                withJob("readState").addParameter(Names.STATE_READER, "in").build());
    }

    private MethodSpec.Builder withJob(String name) {
        return refused(name).addParameter(ClassName.OBJECT, "job");
    }

    private MethodSpec.Builder refused(String name) {
        return HandlerWriter.override(name).addStatement("throw new $T($S)", IllegalStateException.class, message());
    }

    private String message() {
        return job + " did not compile: see the errors of the compiler";
    }
}
