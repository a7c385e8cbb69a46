package dev.longhaul.processor;

import dev.longhaul.processor.body.Bodies;
import dev.longhaul.processor.check.Checks;
import dev.longhaul.processor.check.NameCheck;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.MemberProblems;
import dev.longhaul.processor.problem.Report;
import dev.longhaul.processor.read.JobReader;
import dev.longhaul.processor.read.Symbols;
import dev.longhaul.processor.read.UnreadableException;
import dev.longhaul.processor.write.HandlerFile;
import dev.longhaul.processor.write.HandlerWriter;
import java.io.IOException;
import java.util.List;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * The way of one job through the processor: read, check, generate, write. Each stage survives the failure of the one before:
 * a job that could not be read or generated has the handler of one that was refused, so that its users show no errors.
 */
final class JobTask {

    private final TypeElement type;
    private final Symbols symbols;
    private final Report report;
    private @Nullable Job job;
    private @Nullable HandlerFile handler;
    private List<ResourceFile> resources = List.of();

    JobTask(TypeElement type, Symbols symbols, Report report) {
        this.type = type;
        this.symbols = symbols;
        this.report = report;
    }

    /**
     * Reads the class, and answers whether that is done: what is missing may be there in the next round, written by another
     * processor.
     *
     * @param last whether there is no next round
     */
    boolean read(boolean last) {
        try {
            Job read = new JobReader(symbols).read(type);
            job = read;
            return last || read.isWhole();
        } catch (UnreadableException e) {
            // In the last round, the compiler says what is wrong.
            return last;
        }
    }

    /** Looks at the job with every rule. */
    void check(CompilerOptions options, Bodies bodies, NameCheck names) {
        if (job != null) {
            new Checks(options.prices(), bodies).check(job, report);
            names.check(job, report);
        }
    }

    /** Makes the text of the files. */
    void generate(CompilerOptions options, HandlerWriter writer) {
        if (job == null || !job.isWhole() || !report.isClean()) {
            handler = writer.writeRefused(type);
            return;
        }
        try {
            HandlerFile real = writer.write(job);
            resources = ResourceFile.of(job, real, options);
            handler = real;
        } finally {
            if (handler == null) {
                handler = writer.writeRefused(type);
            }
        }
    }

    /** Writes the files. */
    void write(OutputFiles files) throws IOException {
        HandlerFile made = handler;
        if (made == null) {
            return;
        }
        if (!files.write(made)) {
            report.add(MemberProblems.handlerNameTaken(
                    Located.at(type.getSimpleName().toString(), type), made.simpleName()));
            return;
        }
        for (ResourceFile resource : resources) {
            files.write(resource, type);
        }
    }
}
