package dev.longhaul.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the handler of a job as an ordered list of parts. */
public final class HandlerWriter {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String PROCESSOR = "dev.longhaul.processor.LongRunningProcessor";

    private final boolean generatedKnown;
    private final Prices prices;

    /**
     * A writer.
     *
     * @param generatedKnown whether the compilation knows {@code @Generated}, which is in the module java.compiler
     * @param prices what the cost is reckoned by at run time
     */
    public HandlerWriter(boolean generatedKnown, Prices prices) {
        this.generatedKnown = generatedKnown;
        this.prices = prices;
    }

    /** The handler of a job that may compile. */
    public JavaFile write(Job job) {
        ClassName type = ClassName.get(job.type());
        TypeSpec.Builder handler = begin(job.type(), type);
        Serializers serializers = new Serializers();
        List<HandlerPart> parts = List.of(
                new OptionsPart(prices),
                new StepPart(),
                new StartPart(serializers),
                new EndPart(serializers),
                new StatePart(serializers));
        for (HandlerPart part : parts) {
            part.addTo(handler, job);
        }
        serializers.addTo(handler);
        return file(type, handler);
    }

    /** A handler that stands in for that of a job that was refused, so that those who use it show no errors of theirs. */
    public JavaFile writeRefused(TypeElement job) {
        ClassName type = ClassName.get(job);
        TypeSpec.Builder handler = begin(job, ClassName.OBJECT);
        new RefusedPart(type.simpleName()).addTo(handler);
        return file(type, handler);
    }

    private TypeSpec.Builder begin(TypeElement job, TypeName type) {
        TypeSpec.Builder handler = TypeSpec.classBuilder(
                        String.join("_", ClassName.get(job).simpleNames()) + "Handler")
                .addOriginatingElement(job)
                .addJavadoc("The Lambda entry point of {@link $T}.\n", ClassName.get(job))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Names.HANDLER, type));
        if (generatedKnown) {
            handler.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        return handler;
    }

    private static JavaFile file(ClassName job, TypeSpec.Builder handler) {
        return JavaFile.builder(job.packageName(), handler.build())
                .indent("    ")
                .skipJavaLangImports(true)
                .build();
    }

    /** A body that calls the job's methods, which may declare any {@code Throwable}; the handler's may not. */
    static CodeBlock calling(CodeBlock body, List<JobMethod> called) {
        if (called.stream().noneMatch(JobMethod::throwsMore)) {
            return body;
        }
        return CodeBlock.builder()
                .beginControlFlow("try")
                .add(body)
                .nextControlFlow("catch ($T | $T e)", Exception.class, Error.class)
                .addStatement("throw e")
                .nextControlFlow("catch ($T e)", Throwable.class)
                .addStatement("throw new $T(e)", Exception.class)
                .endControlFlow()
                .build();
    }

    /** A body of one statement, likewise. */
    static CodeBlock calling(JobMethod called, String statement, Object... arguments) {
        return calling(CodeBlock.builder().addStatement(statement, arguments).build(), List.of(called));
    }

    /** A method that overrides one of the handlers' base. */
    static MethodSpec.Builder override(String name) {
        return MethodSpec.methodBuilder(name).addAnnotation(Override.class).addModifiers(Modifier.PROTECTED);
    }
}
