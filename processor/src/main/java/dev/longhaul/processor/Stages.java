package dev.longhaul.processor;

import com.palantir.javapoet.ClassName;
import dev.longhaul.processor.body.Bodies;
import dev.longhaul.processor.check.Checks;
import dev.longhaul.processor.check.NameCheck;
import dev.longhaul.processor.form.Forms;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.HomeReader;
import dev.longhaul.processor.read.JobReader;
import dev.longhaul.processor.read.Sight;
import dev.longhaul.processor.read.SourceFiles;
import dev.longhaul.processor.read.Symbols;
import dev.longhaul.processor.read.UnreadableException;
import dev.longhaul.processor.template.ManagedRuntime;
import dev.longhaul.processor.write.HandlerFile;
import dev.longhaul.processor.write.HandlerWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;

/** What is done with a job, one stage after the other: read, check, make, write. */
final class Stages {

    private final Symbols symbols;
    private final CompilerOptions options;
    private final Checks checks;
    private final Bodies bodies;
    private final NameCheck names = new NameCheck();
    private final Forms forms = new Forms();
    private final HandlerWriter writer;
    private final OutputFiles files;
    private final ManagedRuntime runtime;

    /**
     * The stages in a compilation.
     *
     * @param bodyReader who is called when the bodies of jobs can be read
     */
    Stages(ProcessingEnvironment environment, CompilerOptions options, Bodies.Reader bodyReader) {
        this.symbols = new Symbols(
                environment.getElementUtils(),
                environment.getTypeUtils(),
                new SourceFiles(environment),
                new Sight(environment.getElementUtils()));
        this.options = options;
        this.checks = new Checks(options.prices(), options.deployed(), forms);
        this.bodies = new Bodies(environment, symbols, bodyReader);
        this.writer = new HandlerWriter(options.prices(), forms);
        this.runtime = ManagedRuntime.of(environment.getSourceVersion());
        this.files = new OutputFiles(environment.getFiler(), environment.getElementUtils());
    }

    /** Begins a round of processing: there may be classes that were not there before. */
    void beginRound() {
        symbols.sight().clear();
    }

    /**
     * Reads a class.
     *
     * @param last whether there is no next round
     */
    Reading read(TypeElement type, boolean last) {
        try {
            Job job = new JobReader(symbols).read(type);
            return last || job.isWhole() ? new Reading.Done(job) : new Reading.Waiting();
        } catch (UnreadableException e) {
            // In the last round, the compiler says what is wrong.
            return last ? new Reading.Failed() : new Reading.Waiting();
        }
    }

    /** Looks at a job with every rule. */
    void check(Job job, Report report) {
        checks.check(job, report);
        names.check(job, report);
        if (report.isClean()) {
            // Of a refused job, the compiler does not resolve the bodies.
            bodies.expect(job, report);
        }
    }

    /** Makes the files of a job that may compile. */
    Output make(Job job) {
        HandlerFile handler = writer.write(job);
        return new Output(handler, ResourceFile.of(job, handler, forms.of(job), options, runtime));
    }

    /** Makes a handler that stands in for that of a job that was refused. */
    Output makeRefused(TypeElement type) {
        return new Output(writer.writeRefused(type, new HomeReader(symbols).read(type)), List.of());
    }

    /** Whether a source mentions the handler of a class. */
    boolean isUsed(TypeElement type, Set<String> sources) {
        List<TypeElement> classes = sources.stream()
                .map(name -> symbols.elements().getTypeElement(name))
                .filter(Objects::nonNull)
                .toList();
        String handler = new HomeReader(symbols).read(type).handler().simpleName();
        return symbols.files().mention(handler, classes);
    }

    /** Writes the files. */
    void write(Output output, TypeElement type, Report report) throws IOException {
        Located<String> job = Located.at(type.getSimpleName().toString(), type);
        ClassName name = output.handler().home().handler();
        if (isTooLong(name.simpleName() + ".class") || isTooLong(type.getQualifiedName() + ".template.yaml")) {
            report.add(nameTooLong(job, name.simpleName()));
            return;
        }
        if (!files.write(output.handler())) {
            boolean stale = new HomeReader(symbols).isGenerated(name.canonicalName(), type);
            report.add(handlerNameTaken(job, name.simpleName(), stale));
            return;
        }
        for (ResourceFile resource : output.resources()) {
            files.write(resource, type);
        }
    }

    /** Whether no file system has a file of that name. */
    private static boolean isTooLong(String file) {
        return file.getBytes(StandardCharsets.UTF_8).length > 255;
    }

    /**
     * The place of the handler's class is taken.
     *
     * @param generated whether an earlier compilation has written what is there
     */
    private static Problem handlerNameTaken(Located<String> job, String handler, boolean generated) {
        return Problem.error(
                ProblemId.HandlerNameTaken,
                generated
                        ? handler
                                + " is among the sources, and an earlier compilation has generated it, as this one does."
                                + " Delete that file, or take the folder of generated sources out of the sources."
                        : "a class " + handler + " exists already, and the handler of " + job.value()
                                + " has that name. Rename one of the two.",
                job);
    }

    /** The name of a class that a file can't have. */
    private static Problem nameTooLong(Located<String> job, String handler) {
        return Problem.error(
                ProblemId.NameInvalid,
                "the handler " + handler + " has a name of " + handler.length()
                        + " characters, and a file's name has at most 255"
                        + " with its ending. Give the class of the job, or one around it, a shorter name.",
                job);
    }
}
