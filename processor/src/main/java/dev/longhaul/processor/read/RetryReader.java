package dev.longhaul.processor.read;

import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Retry;
import dev.longhaul.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads how a step is tried again. */
final class RetryReader {

    private final Symbols symbols;
    private final ShapeReader shapes;
    private final TypeElement job;
    private final List<Element> members;

    /**
     * A reader of a job.
     *
     * @param members the job's, inherited ones included
     */
    RetryReader(Symbols symbols, ShapeReader shapes, TypeElement job, List<Element> members) {
        this.symbols = symbols;
        this.shapes = shapes;
        this.job = job;
        this.members = members;
    }

    /** What stands on the step, or on a method that it overrides; null where nothing does. */
    @Nullable
    Retry read() {
        for (ExecutableElement method : retried()) {
            if (isStep(method)) {
                return read(method, Mirrors.find(method, Names.RETRY).orElseThrow());
            }
        }
        return null;
    }

    /** The methods with {@code @Retry} that are no steps. */
    List<Located<String>> strays() {
        return retried().stream()
                .filter(method -> !isStep(method))
                .map(method -> Located.at(method.getSimpleName().toString(), method))
                .toList();
    }

    private List<ExecutableElement> retried() {
        return ElementFilter.methodsIn(members).stream()
                .filter(method -> Mirrors.find(method, Names.RETRY).isPresent())
                .toList();
    }

    private boolean isStep(ExecutableElement method) {
        ExecutableElement running = symbols.running(method, members, job);
        return ElementFilter.methodsIn(members).stream()
                .filter(other -> Mirrors.find(other, Names.STEP).isPresent())
                .anyMatch(step -> symbols.running(step, members, job).equals(running));
    }

    private Retry read(ExecutableElement step, AnnotationMirror mirror) {
        AnnotationReader values = new AnnotationReader(symbols.elements(), step, mirror);
        List<TypeName> notOn = new ArrayList<>();
        List<Located<String>> unseen = new ArrayList<>();
        for (Object each : values.value("notOn", List.class).value()) {
            AnnotationValue value = (AnnotationValue) each;
            TypeElement type = type(value).orElseThrow(UnreadableException::new);
            if (symbols.isVisible(type, job)) {
                shapes.name(type.asType());
                notOn.add(TypeName.get(symbols.types().erasure(type.asType())));
            } else {
                unseen.add(new Located<>(type.toString(), step, mirror, value, false));
            }
        }
        return new Retry(
                values.value("attempts", Integer.class),
                values.value("firstDelayMillis", Long.class),
                values.value("maxDelayMillis", Long.class),
                notOn,
                unseen);
    }

    private static Optional<TypeElement> type(AnnotationValue value) {
        return value.getValue() instanceof DeclaredType declared && declared.asElement() instanceof TypeElement type
                ? Optional.of(type)
                : Optional.empty();
    }
}
