package dev.longhaul.cli;

import dev.longhaul.cli.template.JobTemplates;
import dev.longhaul.cli.template.TemplateDiff;
import java.io.IOException;
import java.nio.file.Files;
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

    @Option(
            names = "--diff",
            paramLabel = "OLD",
            description =
                    "Print what is new since OLD instead: an earlier jar of the job, its folder of classes, or its"
                            + " template as a .yaml file, such as the one that is deployed.")
    @Nullable
    private Path old;

    TemplateCommand() {}

    @Override
    public Integer call() throws IOException {
        Map<String, String> templates = JobTemplates.in(code);
        Map.Entry<String, String> chosen = JobChoice.of(templates, job, code);
        String text = old == null
                ? chosen.getValue()
                : TemplateDiff.of(templateIn(old, chosen.getKey()), old.toString(), chosen.getValue(), code.toString());
        if (print.isJson()) {
            print.json(out -> {
                out.beginObject();
                out.field("job").string(chosen.getKey());
                out.field(old == null ? "template" : "diff").string(text);
                out.endObject();
            });
        } else {
            print.out().print(text);
            print.out().flush();
            if (text.isEmpty()) {
                print.note("the template is the same as that of " + old);
            }
        }
        return ExitCode.OK;
    }

    private static String templateIn(Path source, String job) throws IOException {
        if (source.toString().endsWith(".yaml") && Files.isRegularFile(source)) {
            return Files.readString(source);
        }
        return JobChoice.of(JobTemplates.in(source), job, source).getValue();
    }
}
