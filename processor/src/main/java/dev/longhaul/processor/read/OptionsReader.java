package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Architecture;
import dev.longhaul.processor.model.Compute;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.model.Variable;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads the options of {@code @LongRunning}. */
final class OptionsReader {

    private final TypeElement job;
    private final AnnotationReader values;

    OptionsReader(Elements elements, TypeElement job, AnnotationMirror mirror) {
        this.job = job;
        this.values = new AnnotationReader(elements, job, mirror);
    }

    Options read() {
        Located<String> name = values.value("name", String.class);
        return new Options(
                name.value().isEmpty() ? name.with(job.getSimpleName().toString()) : name,
                new Options.Timing(
                        values.value("safeMillis", Long.class),
                        values.value("tickMillis", Long.class),
                        values.value("timeoutMillis", Long.class),
                        values.value("maxStepMillis", Long.class),
                        values.value("adaptive", Boolean.class)),
                new Options.Limits(
                        values.value("maxHops", Integer.class),
                        values.value("maxStalledHops", Integer.class),
                        values.value("maxWakes", Integer.class),
                        values.value("maxCostUsd", Double.class),
                        values.value("maxDurationMillis", Long.class)),
                new Options.Function(
                        values.value("memoryMegabytes", Integer.class),
                        values.constant("architecture", Architecture.class),
                        values.constant("compute", Compute.class),
                        values.each("environment").stream().map(Variable::new).toList()),
                values.value("schedule", String.class),
                values.value("singleChain", Boolean.class),
                values.texts("dropped"));
    }
}
