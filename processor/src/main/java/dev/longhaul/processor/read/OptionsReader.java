package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/** Reads the values of {@code @LongRunning}, written or by default, each with its place. */
final class OptionsReader {

    private final Elements elements;
    private final TypeElement job;
    private final AnnotationMirror mirror;

    OptionsReader(Elements elements, TypeElement job, AnnotationMirror mirror) {
        this.elements = elements;
        this.job = job;
        this.mirror = mirror;
    }

    Options read() {
        Located<String> name = value("name", String.class);
        return new Options(
                name.value().isEmpty() ? name.with(job.getSimpleName().toString()) : name,
                value("safeMillis", Long.class),
                value("tickMillis", Long.class),
                value("timeoutMillis", Long.class),
                value("maxStepMillis", Long.class),
                value("maxHops", Integer.class),
                value("maxStalledHops", Integer.class),
                value("maxStepAttempts", Integer.class),
                value("memoryMegabytes", Integer.class),
                constant("architecture"),
                constant("compute"),
                value("maxCostUsd", Double.class),
                value("maxDurationMillis", Long.class),
                value("adaptive", Boolean.class),
                value("schedule", String.class));
    }

    private Located<String> constant(String name) {
        Located<VariableElement> constant = value(name, VariableElement.class);
        return constant.with(constant.value().getSimpleName().toString());
    }

    private <T> Located<T> value(String name, Class<T> type) {
        AnnotationValue written = find(mirror.getElementValues(), name);
        AnnotationValue value = written != null ? written : find(elements.getElementValuesWithDefaults(mirror), name);
        if (value == null || !type.isInstance(value.getValue()) || isUnresolved(value)) {
            throw new UnreadableException();
        }
        return new Located<>(type.cast(value.getValue()), job, mirror, written);
    }

    /** javac gives a text for a constant that it doesn't find; a text that the source has is in quotes here. */
    private static boolean isUnresolved(AnnotationValue value) {
        return value.toString().equals("<error>");
    }

    private static @Nullable AnnotationValue find(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values, String name) {
        return values.entrySet().stream()
                .filter(entry -> entry.getKey().getSimpleName().contentEquals(name))
                .<AnnotationValue>map(Map.Entry::getValue)
                .findFirst()
                .orElse(null);
    }
}
