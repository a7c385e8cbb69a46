package dev.longhaul.processor;

import com.google.auto.service.AutoService;
import dev.longhaul.processor.body.Bodies;
import dev.longhaul.processor.check.NameCheck;
import dev.longhaul.processor.check.OrphanCheck;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.print.Printer;
import dev.longhaul.processor.print.Roots;
import dev.longhaul.processor.problem.Problems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import dev.longhaul.processor.read.Symbols;
import dev.longhaul.processor.write.HandlerWriter;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Checks the jobs of a compilation and writes their handlers and templates.
 *
 * <p>For each class annotated {@code @LongRunning}: {@link dev.longhaul.processor.read.JobReader} reads it into a {@link
 * dev.longhaul.processor.model.Job}, an immutable value that knows where each part of it stands in the source; {@link
 * dev.longhaul.processor.check.Checks} looks at that with every rule and collects problems in a {@link Report}; {@link
 * dev.longhaul.processor.write.HandlerWriter} makes the handler, which stands in for the real one where there was an error,
 * and {@link ResourceFile} what is written beside it: all that is {@link JobTask}. Only {@link OutputFiles} and {@link
 * Printer} talk to the compiler's filer and messager. A class that mentions a type which another processor is still to
 * write waits for the next round.
 */
@AutoService(Processor.class)
public final class LongRunningProcessor extends AbstractProcessor {

    /** The jobs that are still to be read, by name: the element of an earlier round may be outdated. */
    private final Map<String, TypeElement> waiting = new LinkedHashMap<>();

    private final Roots roots = new Roots();
    private final NameCheck names = new NameCheck();
    private final OrphanCheck orphans = new OrphanCheck();
    private @Nullable CompilerOptions options;
    private @Nullable Bodies bodies;
    private @Nullable HandlerWriter writer;

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
        roots.add(round.getRootElements());
        waiting.replaceAll((name, earlier) -> {
            TypeElement now = symbols.elements().getTypeElement(name);
            return now == null ? earlier : now;
        });
        Set<Element> owners = new LinkedHashSet<>();
        // All annotations at once: each question is a walk through all sources of the round.
        for (Element element : round.getElementsAnnotatedWithAny(annotations.toArray(TypeElement[]::new))) {
            if (element instanceof TypeElement type
                    && Mirrors.find(type, Names.LONG_RUNNING).isPresent()) {
                waiting.put(type.getQualifiedName().toString(), type);
            } else if (element.getEnclosingElement() instanceof TypeElement owner) {
                // Where an annotation can't be at all, on a parameter say, the compiler tells.
                owners.add(owner);
            }
        }
        owners.forEach(this::checkOrphans);
        for (Map.Entry<String, TypeElement> entry : List.copyOf(waiting.entrySet())) {
            if (handle(entry.getValue(), symbols, round.processingOver())) {
                waiting.remove(entry.getKey());
            }
        }
        return false;
    }

    private void checkOrphans(Element type) {
        Report report = new Report();
        Crash.guard(type, report, () -> {
            orphans.check(type, report);
            return true;
        });
        new Printer(processingEnv.getMessager(), roots, false).print(report, type);
    }

    /** Answers whether the class is done with. */
    private boolean handle(TypeElement type, Symbols symbols, boolean last) {
        Report report = new Report();
        JobTask task = new JobTask(type, symbols, report);
        if (!Crash.guard(type, report, () -> task.read(last))) {
            return false;
        }
        Crash.guard(type, report, () -> {
            task.check(options(type, report), bodies(), names);
            return true;
        });
        Crash.guard(type, report, () -> {
            CompilerOptions settings = options(type, report);
            task.generate(settings, writer(settings, symbols));
            return true;
        });
        Crash.guard(type, report, () -> {
            task.write(new OutputFiles(processingEnv.getFiler()));
            return true;
        });
        new Printer(processingEnv.getMessager(), roots, options != null && options.warningsAreErrors())
                .print(report, type);
        return true;
    }

    /** The writer of the compilation: whether it knows {@code @Generated} is asked of all modules, which takes long. */
    private HandlerWriter writer(CompilerOptions settings, Symbols symbols) {
        if (writer == null) {
            boolean generatedKnown = symbols.elements().getTypeElement("javax.annotation.processing.Generated") != null;
            writer = new HandlerWriter(symbols.elements(), generatedKnown, settings.prices());
        }
        return writer;
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
}
