package dev.longhaul.processor;

import com.google.auto.service.AutoService;
import com.palantir.javapoet.JavaFile;
import dev.longhaul.processor.body.Bodies;
import dev.longhaul.processor.check.Checks;
import dev.longhaul.processor.check.NameCheck;
import dev.longhaul.processor.check.OrphanCheck;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Deferral;
import dev.longhaul.processor.read.JobReader;
import dev.longhaul.processor.read.Symbols;
import dev.longhaul.processor.read.UnreadableException;
import dev.longhaul.processor.write.HandlerWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.Diagnostic.Kind;
import javax.tools.FileObject;
import javax.tools.StandardLocation;
import org.jspecify.annotations.Nullable;

/**
 * Checks the jobs of a compilation and writes their handlers and templates.
 *
 * <p>For each class annotated {@code @LongRunning}: {@link JobReader} reads it into a {@link Job}, an immutable value that
 * knows where each part of it stands in the source; {@link Checks} looks at that with every rule and collects problems in
 * a {@link Report}; this class prints them; {@link HandlerWriter} makes the handler, which stands in for the real one
 * where there was an error, and {@link ResourceFile} what is written beside it. Only this class talks to the compiler's messager and filer. A class that mentions a type
 * which another processor is still to write waits for the next round.
 */
@AutoService(Processor.class)
public final class LongRunningProcessor extends AbstractProcessor {

    private final Set<String> waiting = new LinkedHashSet<>();
    private final NameCheck names = new NameCheck();
    private final OrphanCheck orphans = new OrphanCheck();
    private @Nullable CompilerOptions options;
    private @Nullable Bodies bodies;

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of(
                Names.LONG_RUNNING,
                Names.STEP,
                Names.TERMINATE,
                Names.STATE,
                Names.ON_START,
                Names.ON_COMPLETE,
                Names.ON_FAILURE);
    }

    @Override
    public Set<String> getSupportedOptions() {
        return CompilerOptions.NAMES;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    /** Claims no annotation: others may process them too. */
    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        Symbols symbols = new Symbols(processingEnv.getElementUtils(), processingEnv.getTypeUtils());
        for (TypeElement annotation : annotations) {
            Set<? extends Element> annotated = round.getElementsAnnotatedWith(annotation);
            if (annotation.getQualifiedName().contentEquals(Names.LONG_RUNNING)) {
                annotated.forEach(element ->
                        waiting.add(((TypeElement) element).getQualifiedName().toString()));
            } else {
                checkOrphans(annotation, annotated);
            }
        }
        for (String name : List.copyOf(waiting)) {
            TypeElement type = symbols.elements().getTypeElement(name);
            if (round.processingOver() || new Deferral(symbols).isReady(type)) {
                waiting.remove(name);
                handle(type, symbols);
            }
        }
        return false;
    }

    private void checkOrphans(TypeElement annotation, Set<? extends Element> members) {
        Report report = new Report();
        for (Element member : members) {
            orphans.check(member, annotation.getSimpleName().toString(), report);
        }
        print(report);
    }

    private void handle(TypeElement type, Symbols symbols) {
        Report report = new Report();
        CompilerOptions settings = options(type, report);
        HandlerWriter writer = new HandlerWriter(
                symbols.elements().getTypeElement("javax.annotation.processing.Generated") != null, settings.prices());
        JavaFile handler = writer.writeRefused(type);
        List<ResourceFile> resources = List.of();
        try {
            Job job = new JobReader(symbols).read(type);
            new Checks(settings.prices(), bodies()).check(job, report);
            names.check(job, report);
            if (report.isClean()) {
                handler = writer.write(job);
                resources = ResourceFile.of(job, handler, settings);
            }
        } catch (UnreadableException e) {
            // The compiler says what is wrong.
        } catch (RuntimeException | StackOverflowError e) {
            report.add(Problems.internal(Located.at(type.getQualifiedName().toString(), type), e));
        }
        print(report);
        write(handler, resources, type);
    }

    /** The rules about bodies, which say once in a compilation that they are off. */
    private Bodies bodies() {
        if (bodies == null) {
            bodies = new Bodies(processingEnv);
        }
        return bodies;
    }

    /** The options, read and complained of once. */
    private CompilerOptions options(TypeElement type, Report report) {
        CompilerOptions read = options;
        if (read == null) {
            read = CompilerOptions.of(processingEnv.getOptions());
            options = read;
            Located<String> job = Located.at(type.getQualifiedName().toString(), type);
            read.complaints().forEach(complaint -> report.add(Problems.compilerOption(job, complaint)));
        }
        return read;
    }

    private void write(JavaFile handler, List<ResourceFile> resources, TypeElement type) {
        try {
            handler.writeTo(processingEnv.getFiler());
            for (ResourceFile resource : resources) {
                FileObject file = processingEnv
                        .getFiler()
                        .createResource(StandardLocation.CLASS_OUTPUT, "", resource.path(), type);
                try (OutputStream out = file.openOutputStream()) {
                    out.write(resource.content().getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            Report report = new Report();
            report.add(Problems.internal(Located.at(type.getQualifiedName().toString(), type), e));
            print(report);
        }
    }

    private void print(Report report) {
        for (Problem problem : report.problems()) {
            Located<?> where = problem.where();
            processingEnv
                    .getMessager()
                    .printMessage(
                            kind(problem), problem.message(), where.element(), where.annotation(), where.attribute());
        }
    }

    private static Kind kind(Problem problem) {
        return switch (problem.severity()) {
            case ERROR -> Kind.ERROR;
            case WARNING -> Kind.WARNING;
            case NOTE -> Kind.NOTE;
        };
    }
}
