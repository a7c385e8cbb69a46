package dev.longhaul.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.form.Forms;
import dev.longhaul.processor.model.Home;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Writes the handler of a job as an ordered list of parts. It asks the compiler nothing: the model has all. */
public final class HandlerWriter {

    private static final ClassName GENERATED = ClassName.get("javax.annotation.processing", "Generated");
    private static final String PROCESSOR = "dev.longhaul.processor.LongRunningProcessor";

    private final List<HandlerPart> parts;

    /**
     * A writer.
     *
     * @param prices what the cost is reckoned by at run time
     * @param forms what the jobs store
     */
    public HandlerWriter(Prices prices, Forms forms) {
        parts = List.of(
                new ResourcesPart(),
                new OptionsPart(prices, forms),
                new CreatePart(),
                new StepPart(),
                new RetryPart(),
                new StartPart(),
                new SignalPart(),
                new ChildrenPart(),
                new EndPart(),
                new StatePart());
    }

    /** The handler of a job that may compile. */
    public HandlerFile write(Job job) {
        TypeSpec.Builder handler = begin(job.home(), HandlerMethods.handled(job.home()));
        Codecs codecs = new Codecs(job.home(), job.state().composites());
        for (HandlerPart part : parts) {
            part.addTo(handler, job, codecs);
        }
        codecs.addTo(handler);
        return file(job.type(), job.home(), handler);
    }

    /** A handler that stands in for that of a job that was refused, so that those who use it show no errors of theirs. */
    public HandlerFile writeRefused(TypeElement job, Home home) {
        TypeSpec.Builder handler = begin(home, ClassName.OBJECT);
        new RefusedPart(home.job().simpleName()).addTo(handler);
        return file(job, home, handler);
    }

    private static TypeSpec.Builder begin(Home home, TypeName handled) {
        TypeSpec.Builder handler = TypeSpec.classBuilder(home.handler())
                .addJavadoc(
                        home.inCompactFile()
                                ? CodeBlock.of("The Lambda entry point of a job.\n")
                                : CodeBlock.of("The Lambda entry point of {@link $T}.\n", home.job()))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .superclass(ParameterizedTypeName.get(Names.HANDLER, handled))
                // Imports would mean the neighbours of that name.
                .alwaysQualify(home.neighbours().toArray(String[]::new));
        if (home.generatedKnown()) {
            handler.addAnnotation(AnnotationSpec.builder(GENERATED)
                    .addMember("value", "$S", PROCESSOR)
                    .build());
        }
        if (!home.suppressions().isEmpty()) {
            CodeBlock words = home.suppressions().stream()
                    .map(word -> CodeBlock.of("$S", word))
                    .collect(CodeBlock.joining(", ", "{", "}"));
            handler.addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                    .addMember("value", words)
                    .build());
        }
        return handler;
    }

    private static HandlerFile file(TypeElement job, Home home, TypeSpec.Builder handler) {
        return HandlerFile.of(
                job,
                home,
                JavaFile.builder(home.job().packageName(), handler.build())
                        .indent("    ")
                        .skipJavaLangImports(true)
                        .build());
    }
}
