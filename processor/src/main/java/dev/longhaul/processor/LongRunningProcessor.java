package dev.longhaul.processor;

import com.google.auto.service.AutoService;
import dev.longhaul.processor.body.Bodies;
import dev.longhaul.processor.check.OrphanCheck;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.print.Messages;
import dev.longhaul.processor.print.Printer;
import dev.longhaul.processor.print.Roots;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.Mirrors;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * Checks the jobs of a compilation and writes their handlers and templates.
 *
 * <p>For each class annotated {@code @LongRunning}: {@link dev.longhaul.processor.read.JobReader} reads it into a {@link
 * dev.longhaul.processor.model.Job}, an immutable value that knows where each part of it stands in the source; {@link
 * dev.longhaul.processor.check.Checks} looks at that with every rule and collects problems in a {@link Report}; {@link
 * dev.longhaul.processor.write.HandlerWriter} makes the handler, which stands in for the real one where there was an error,
 * and {@link ResourceFile} what is written beside it: {@link Stages} has these one by one. The bodies of a job that is in
 * order are read later, by {@link Bodies}, when the compiler has resolved the names in them. Only {@link OutputFiles} and
 * {@link Messages} talk to the compiler's filer and messager. A class that mentions a type which another processor is still to
 * write waits for the next round.
 */
@AutoService(Processor.class)
public final class LongRunningProcessor extends AbstractProcessor {

    /** The jobs that are still to be read, by name: the element of an earlier round may be outdated. */
    private final Map<String, TypeElement> waiting = new LinkedHashMap<>();

    private final Roots roots = new Roots();
    private final OrphanCheck orphans = new OrphanCheck();
    private @Nullable CompilerOptions options;
    private @Nullable Stages stages;
    private boolean complained;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        options = CompilerOptions.of(environment.getOptions());
        stages = new Stages(environment, options, this::readBodies);
    }

    /** All annotations where one of the options is given: javac warns of those of a processor that has nothing to do. */
    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processingEnv.getOptions().keySet().stream().anyMatch(CompilerOptions::isOurs)
                ? Set.of("*")
                : Names.ANNOTATIONS;
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
        roots.add(round.getRootElements());
        Objects.requireNonNull(stages).beginRound();
        waiting.replaceAll((name, earlier) -> {
            TypeElement now = processingEnv.getElementUtils().getTypeElement(name);
            return now == null ? earlier : now;
        });
        Set<TypeElement> owners = new LinkedHashSet<>();
        // All annotations at once: each question is a walk through all sources of the round.
        for (Element element : round.getElementsAnnotatedWithAny(ours(annotations))) {
            if (element instanceof TypeElement type
                    && Mirrors.find(type, Names.LONG_RUNNING).isPresent()) {
                waiting.put(type.getQualifiedName().toString(), type);
            } else if (element.getEnclosingElement() instanceof TypeElement owner) {
                // Where an annotation can't be at all, on a parameter say, the compiler tells.
                owners.add(owner);
            }
        }
        Set<TypeElement> extended = above(waiting.values());
        owners.forEach(owner -> checkOrphans(owner, extended.contains(owner)));
        for (Map.Entry<String, TypeElement> entry : List.copyOf(waiting.entrySet())) {
            if (handle(entry.getValue(), round.processingOver())) {
                waiting.remove(entry.getKey());
            }
        }
        return false;
    }

    private void checkOrphans(TypeElement type, boolean extended) {
        Report report = new Report();
        Crash.guard(type, report, () -> orphans.check(type, extended, report));
        new Printer(Messages.through(processingEnv.getMessager()), roots, false).print(report, type);
    }

    /** The classes that some jobs extend. */
    private static Set<TypeElement> above(Collection<TypeElement> jobs) {
        Set<TypeElement> above = new HashSet<>();
        for (TypeElement job : jobs) {
            TypeMirror at = job.getSuperclass();
            while (at instanceof DeclaredType declared && above.add((TypeElement) declared.asElement())) {
                at = ((TypeElement) declared.asElement()).getSuperclass();
            }
        }
        return above;
    }

    private static TypeElement[] ours(Set<? extends TypeElement> annotations) {
        return annotations.stream()
                .filter(annotation ->
                        Names.ANNOTATIONS.contains(annotation.getQualifiedName().toString()))
                .toArray(TypeElement[]::new);
    }

    /** Answers whether the class is done with. Each stage survives the failure of the one before it. */
    private boolean handle(TypeElement type, boolean last) {
        Stages tools = Objects.requireNonNull(stages);
        Report report = new Report();
        Reading reading = Crash.guard(type, report, new Reading.Failed(), () -> tools.read(type, last));
        if (reading instanceof Reading.Waiting) {
            return false;
        }
        complain(type, report);
        Optional<Job> job = reading instanceof Reading.Done done ? Optional.of(done.job()) : Optional.empty();
        job.ifPresent(read -> Crash.guard(type, report, () -> tools.check(read, report)));
        Optional<Output> output = job.filter(read -> read.isWhole() && report.isClean())
                .flatMap(read -> Crash.guard(type, report, Optional.empty(), () -> Optional.of(tools.make(read))));
        Crash.guard(type, report, () -> {
            // The compiler warns of a source that is written in the last round: only who uses the handler has to see
            // it.
            if (!last || output.isPresent() || tools.isUsed(type, roots.names())) {
                tools.write(output.isPresent() ? output.get() : tools.makeRefused(type), type, report);
            }
        });
        print(report, type, Messages.through(processingEnv.getMessager()));
        return true;
    }

    /** Has the rules about bodies look at a class, after the processing. */
    private void readBodies(TypeElement type, Bodies.Rules rules, Messages messages) {
        Report report = new Report();
        Crash.guard(type, report, () -> rules.check(report));
        print(report, type, messages);
    }

    private void print(Report report, TypeElement type, Messages messages) {
        new Printer(messages, roots, Objects.requireNonNull(options).warningsAreErrors()).print(report, type);
    }

    /** Complains of the options once, at the first job: an option has no place in a source. */
    private void complain(TypeElement type, Report report) {
        if (!complained) {
            complained = true;
            Located<String> job = Located.at(type.getQualifiedName().toString(), type);
            Objects.requireNonNull(options)
                    .complaints()
                    .forEach(complaint -> report.add(compilerOption(job, complaint)));
        }
    }

    /**
     * An option of the compilation is wrong.
     *
     * @param job the first job of the compilation, since an option has no place in a source
     */
    private static Problem compilerOption(Located<?> job, String complaint) {
        return Problem.error(ProblemId.CompilerOption, complaint, job);
    }
}
