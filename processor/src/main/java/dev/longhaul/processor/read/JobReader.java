package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.names.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads a job: its options and its annotated members, inherited ones included. It reports nothing. */
public final class JobReader {

    private final Symbols symbols;

    /** A reader of the compilation. */
    public JobReader(Symbols symbols) {
        this.symbols = symbols;
    }

    /**
     * Reads a job.
     *
     * @throws UnreadableException when a superclass or an option's value is not there, or not yet
     */
    public Job read(TypeElement type) {
        AnnotationMirror mirror = Mirrors.find(type, Names.LONG_RUNNING).orElseThrow(UnreadableException::new);
        Options options = new OptionsReader(symbols.elements(), type, mirror).read();
        if (symbols.missingParent(type).isPresent()) {
            throw new UnreadableException();
        }
        List<Element> all = symbols.members(type);
        List<Element> members = mattering(all);
        List<JobMethod> starts = methods(type, all, members, Names.ON_START);
        List<JobMethod> completes = methods(type, all, members, Names.ON_COMPLETE);
        return new Job(
                type,
                options,
                methods(type, all, members, Names.STEP),
                methods(type, all, members, Names.TERMINATE),
                starts,
                startShape(type, starts),
                completes,
                resultShape(type, completes),
                methods(type, all, members, Names.ON_FAILURE),
                states(type, members));
    }

    /** Whether a type is {@code JobContext}. */
    public static boolean isContext(TypeMirror type) {
        return Mirrors.isType(type, Names.JOB_CONTEXT);
    }

    /** The members that matter: the annotated ones, and all fields, since one may hide a field of the state. */
    private static List<Element> mattering(List<Element> members) {
        List<Element> mattering = new ArrayList<>();
        for (Element member : members) {
            if (!member.getAnnotationMirrors().isEmpty() || member.getKind() == ElementKind.FIELD) {
                mattering.add(member);
            }
        }
        return mattering;
    }

    private List<JobMethod> methods(TypeElement type, List<Element> all, List<Element> members, String annotation) {
        Map<ExecutableElement, JobMethod> methods = new LinkedHashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(members)) {
            Mirrors.find(method, annotation).ifPresent(mirror -> {
                // An override need not repeat the annotation, and stands for all that it overrides.
                ExecutableElement running = symbols.running(method, all, type);
                methods.putIfAbsent(running, method(type, running, mirror));
            });
        }
        return List.copyOf(methods.values());
    }

    private JobMethod method(TypeElement type, ExecutableElement method, AnnotationMirror mirror) {
        ExecutableType seen = (ExecutableType) symbols.types().asMemberOf((DeclaredType) type.asType(), method);
        return new JobMethod(
                method,
                mirror,
                symbols.isAccessible(method, type),
                symbols.throwsMore(method),
                symbols.plain(seen.getReturnType()),
                seen.getParameterTypes().stream().map(symbols::plain).toList());
    }

    private @Nullable Shape startShape(TypeElement type, List<JobMethod> starts) {
        if (starts.size() != 1) {
            return null;
        }
        return starts.get(0).parameters().stream()
                .filter(parameter -> !isContext(parameter))
                .findFirst()
                .map(parameter -> shape(type, parameter, starts.get(0).element()))
                .orElse(null);
    }

    private @Nullable Shape resultShape(TypeElement type, List<JobMethod> completes) {
        if (completes.size() != 1 || completes.get(0).returnType().getKind() == TypeKind.VOID) {
            return null;
        }
        return shape(type, completes.get(0).returnType(), completes.get(0).element());
    }

    private List<StateField> states(TypeElement type, List<Element> members) {
        List<StateField> states = new ArrayList<>();
        Map<String, VariableElement> nearest = new HashMap<>();
        for (VariableElement field : ElementFilter.fieldsIn(members)) {
            VariableElement hiding = nearest.putIfAbsent(field.getSimpleName().toString(), field);
            Optional<? extends AnnotationMirror> mirror = Mirrors.find(field, Names.STATE);
            if (mirror.isPresent()) {
                TypeMirror seen = symbols.plain(symbols.types().asMemberOf((DeclaredType) type.asType(), field));
                TypeMirror codec = codec(mirror.get());
                Shape shape = codec == null
                        ? shape(type, seen, field)
                        : new CodecReader(symbols, type).read(seen, codec, field);
                states.add(new StateField(
                        field,
                        hiding == null ? null : String.valueOf(hiding.getEnclosingElement()),
                        symbols.isAccessible(field, type),
                        shape));
            }
        }
        return states;
    }

    private Shape shape(TypeElement type, TypeMirror of, Element culprit) {
        return new ShapeReader(symbols, type).read(of, culprit);
    }

    private static @Nullable TypeMirror codec(AnnotationMirror state) {
        for (AnnotationValue value : state.getElementValues().values()) {
            if (!(value.getValue() instanceof TypeMirror codec)) {
                throw new UnreadableException();
            }
            if (!Mirrors.isType(codec, Names.NO_CODEC)) {
                return codec;
            }
        }
        return null;
    }
}
