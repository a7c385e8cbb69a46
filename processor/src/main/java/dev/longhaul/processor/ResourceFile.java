package dev.longhaul.processor;

import dev.longhaul.processor.form.Deployed;
import dev.longhaul.processor.form.StateForm;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.template.ManagedRuntime;
import dev.longhaul.processor.template.TemplateWriter;
import dev.longhaul.processor.write.HandlerFile;
import java.util.ArrayList;
import java.util.List;

/**
 * A file beside the classes.
 *
 * @param path where it is, from the root of the classes
 * @param content its text
 */
record ResourceFile(String path, String content) {

    /** Those of a job that may compile. */
    static List<ResourceFile> of(
            Job job, HandlerFile handler, StateForm form, CompilerOptions options, ManagedRuntime runtime) {
        String type = job.type().getQualifiedName().toString();
        String name = handler.className();
        List<ResourceFile> files = new ArrayList<>();
        if (options.template()) {
            files.add(new ResourceFile(
                    "META-INF/longhaul/" + type + ".template.yaml",
                    new TemplateWriter(options.code(), runtime).write(job, name)));
        }
        files.add(new ResourceFile("META-INF/longhaul/" + type + Deployed.ENDING, form.json()));
        files.add(new ResourceFile(
                "META-INF/native-image/longhaul/" + type + "/reachability-metadata.json", Reachability.of(name)));
        return files;
    }
}
