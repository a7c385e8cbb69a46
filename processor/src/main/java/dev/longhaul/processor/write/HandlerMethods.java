package dev.longhaul.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Home;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Throwing;
import java.util.List;
import javax.lang.model.element.Modifier;

/** How the methods begin that a handler overrides, and how they call the user's code. */
final class HandlerMethods {

    private HandlerMethods() {}

    /** A method that overrides one of the handlers' base. */
    static MethodSpec.Builder override(TypeName result, String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(Modifier.PROTECTED)
                .returns(result);
    }

    /** One that is given the job. */
    static MethodSpec.Builder override(TypeName result, String name, Home home) {
        MethodSpec.Builder method = override(result, name);
        return home.isAuxiliary(home.job())
                ? method.addParameter(ClassName.OBJECT, "it").addCode(known(home.job(), "job"))
                : method.addParameter(home.job(), "job");
    }

    /** What the base of the handlers knows the job as. */
    static ClassName handled(Home home) {
        return home.isAuxiliary(home.job()) ? ClassName.OBJECT : home.job();
    }

    /** The statement that says of which type the object is that a signature can't say it of. */
    static CodeBlock known(TypeName type, String name) {
        return CodeBlock.builder()
                .addStatement("$T $L = ($T) it", type, name, type)
                .build();
    }

    /** The call of a method that takes nothing or the context. */
    static CodeBlock call(JobMethod method) {
        return CodeBlock.of("job.$L($L)", method.name(), method.parameters().isEmpty() ? "" : "context");
    }

    /** Statements that call the job's methods, which may declare any {@code Throwable}; the handler's may not. */
    static CodeBlock calling(List<JobMethod> called, CodeBlock statements) {
        return called.stream().anyMatch(method -> method.throwing() == Throwing.ANYTHING)
                ? throwingExceptions(statements)
                : statements;
    }

    /** One statement that calls a method of the job's. */
    static CodeBlock calling(JobMethod called, CodeBlock statement) {
        return calling(
                List.of(called), CodeBlock.builder().addStatement(statement).build());
    }

    /** Statements that may throw any {@code Throwable}. */
    static CodeBlock throwingExceptions(CodeBlock statements) {
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(statements)
                .nextControlFlow("catch ($T | $T e)", Exception.class, Error.class)
                .addStatement("throw e")
                .nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement("throw new $T(e)", Exception.class)
                .endControlFlow()
                .build();
    }
}
