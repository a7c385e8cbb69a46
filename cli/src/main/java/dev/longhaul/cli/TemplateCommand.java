package dev.longhaul.cli;

import dev.longhaul.cli.template.JobTemplates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code longhaul template}. */
@Command(
        name = "template",
        mixinStandardHelpOptions = true,
        description = "Prints the template of a job, which the processor has put into its jar.")
final class TemplateCommand implements Callable<Integer> {

    @Mixin
    private Printing print = new Printing();

    @Parameters(paramLabel = "JAR", description = "The job's jar, or its folder of classes.")
    private Path code = Path.of("");

    @Option(
            names = {"-j", "--job"},
            paramLabel = "CLASS",
            description = "The job's class, with or without its package, where the jar has several.")
    @Nullable
    private String job;

    TemplateCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, String> templates = JobTemplates.in(code);
        Map.Entry<String, String> chosen = JobChoice.of(templates, job, code);
        if (print.isJson()) {
            print.json(out -> {
                out.beginObject();
                out.field("job").string(chosen.getKey());
                out.field("template").string(chosen.getValue());
                out.endObject();
            });
        } else {
            print.out().print(chosen.getValue());
            print.out().flush();
        }
        return ExitCode.OK;
    }
}
