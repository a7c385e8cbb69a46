package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import java.util.HashMap;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads the values of {@code @LongRunning}, written or by default, each with its place. */
final class OptionsReader {

    private static final String UNRESOLVED = "<error>";

    private final TypeElement job;
    private final AnnotationMirror mirror;
    private final Map<String, AnnotationValue> written;
    private final Map<String, AnnotationValue> all;

    OptionsReader(Elements elements, TypeElement job, AnnotationMirror mirror) {
        this.job = job;
        this.mirror = mirror;
        this.written = byName(mirror.getElementValues());
        this.all = byName(elements.getElementValuesWithDefaults(mirror));
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
        AnnotationValue value = all.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "@LongRunning has no option " + name + ", so longhaul-annotations is of another"
                            + " version than longhaul-processor; give both the same");
        }
        if (!type.isInstance(value.getValue()) || isUnresolved(value)) {
            throw new UnreadableException();
        }
        return new Located<>(type.cast(value.getValue()), job, mirror, written.get(name));
    }

    /** javac gives a text for a constant that it doesn't find; a text that the source has is in quotes here. */
    private static boolean isUnresolved(AnnotationValue value) {
        return value.getValue() instanceof String text
                && text.equals(UNRESOLVED)
                && value.toString().equals(UNRESOLVED);
    }

    private static Map<String, AnnotationValue> byName(
            Map<? extends ExecutableElement, ? extends AnnotationValue> values) {
        Map<String, AnnotationValue> named = new HashMap<>();
        values.forEach((option, value) -> named.put(option.getSimpleName().toString(), value));
        return named;
    }
}
