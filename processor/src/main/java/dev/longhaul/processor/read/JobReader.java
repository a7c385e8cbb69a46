package dev.longhaul.processor.read;

import dev.longhaul.processor.model.ChildrenField;
import dev.longhaul.processor.model.Creation;
import dev.longhaul.processor.model.Hooks;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.JobMethod.Parameter;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.model.SignalHook;
import dev.longhaul.processor.model.State;
import dev.longhaul.processor.model.StateField;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.model.Work;
import dev.longhaul.processor.names.Names;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
        ShapeReader shapes = new ShapeReader(symbols, type);
        RetryReader retries = new RetryReader(symbols, shapes, type, all);
        Work work = new Work(
                methods(shapes, all, members, Names.STEP),
                retries.read(),
                retries.strays(),
                methods(shapes, all, members, Names.TERMINATE));
        Hooks hooks = hooks(all, members, shapes);
        List<StateField> states = states(type, members, shapes);
        List<ChildrenField> children = new ChildrenReader(symbols, shapes).read(members);
        Creation creation = new CreationReader(symbols, shapes).read();
        return new Job(
                type,
                new HomeReader(symbols).read(type, creation, shapes.named()),
                options,
                work,
                hooks,
                new State(states, children, shapes.composites()),
                isMisspelt(work, states, all));
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

    /** Whether something is missing in a job, and a member has an annotation that is not there: it may be that one, misspelt. */
    private boolean isMisspelt(Work work, List<StateField> states, List<Element> members) {
        return (work.steps().isEmpty() || work.terminates().isEmpty() || states.isEmpty())
                && members.stream()
                        .map(Element::getEnclosingElement)
                        .distinct()
                        .anyMatch(owner -> owner instanceof TypeElement type
                                && symbols.files().hasUnknownAnnotation(type));
    }

    private List<JobMethod> methods(ShapeReader shapes, List<Element> all, List<Element> members, String annotation) {
        TypeElement type = shapes.job();
        Map<ExecutableElement, JobMethod> methods = new LinkedHashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(members)) {
            Mirrors.find(method, annotation).ifPresent(mirror -> {
                // An override need not repeat the annotation, and stands for all that it overrides.
                ExecutableElement running = symbols.running(method, all, type);
                methods.putIfAbsent(running, method(shapes, running, mirror));
            });
        }
        return List.copyOf(methods.values());
    }

    private JobMethod method(ShapeReader shapes, ExecutableElement method, AnnotationMirror mirror) {
        ExecutableType seen = (ExecutableType)
                symbols.types().asMemberOf((DeclaredType) shapes.job().asType(), method);
        boolean missing = Stream.concat(Stream.of(seen.getReturnType()), seen.getParameterTypes().stream())
                .anyMatch(mentioned -> mentioned.getKind() == TypeKind.ERROR);
        return new JobMethod(
                method,
                mirror,
                symbols.isAccessible(method, shapes.job()),
                symbols.throwing(method),
                symbols.plain(seen.getReturnType()),
                seen.getParameterTypes().stream()
                        .map(symbols::plain)
                        .map(of -> new Parameter(of, Mirrors.isType(of, Names.JOB_CONTEXT)))
                        .toList(),
                missing && shapes.isCompiled(method));
    }

    private Hooks hooks(List<Element> all, List<Element> members, ShapeReader shapes) {
        List<JobMethod> starts = methods(shapes, all, members, Names.ON_START);
        List<JobMethod> completes = methods(shapes, all, members, Names.ON_COMPLETE);
        return new Hooks(
                starts,
                event(starts, shapes),
                starts.size() == 1 && Mirrors.isTrue(starts.get(0).annotation(), "ignoreUnknown"),
                methods(shapes, all, members, Names.ON_SIGNAL).stream()
                        .map(method -> signal(method, shapes))
                        .toList(),
                completes,
                result(completes, shapes),
                methods(shapes, all, members, Names.ON_FAILURE));
    }

    private SignalHook signal(JobMethod method, ShapeReader shapes) {
        AnnotationValue written = Mirrors.written(method.annotation(), "value");
        if (written == null || !(written.getValue() instanceof String name)) {
            throw new UnreadableException();
        }
        Verdict payload = method.parameters().stream()
                .filter(parameter -> !parameter.isContext())
                .findFirst()
                .map(parameter -> shapes.read(parameter.type(), method.element()))
                .orElse(null);
        return new SignalHook(
                method, method.at().with(name), payload, Mirrors.isTrue(method.annotation(), "ignoreUnknown"));
    }

    private @Nullable Verdict event(List<JobMethod> starts, ShapeReader shapes) {
        if (starts.size() != 1) {
            return null;
        }
        return starts.get(0).parameters().stream()
                .filter(parameter -> !parameter.isContext())
                .findFirst()
                .map(parameter -> {
                    Optional<Verdict> event = AwsEvents.read(parameter.type(), shapes.job(), symbols);
                    event.ifPresent(known -> shapes.name(parameter.type()));
                    return event.orElseGet(
                            () -> shapes.read(parameter.type(), starts.get(0).element()));
                })
                .orElse(null);
    }

    private static @Nullable Verdict result(List<JobMethod> completes, ShapeReader shapes) {
        return completes.size() != 1 || completes.get(0).returnType().getKind() == TypeKind.VOID
                ? null
                : shapes.read(completes.get(0).returnType(), completes.get(0).element());
    }

    private List<StateField> states(TypeElement type, List<Element> members, ShapeReader shapes) {
        List<StateField> states = new ArrayList<>();
        Map<String, VariableElement> nearest = new HashMap<>();
        for (VariableElement field : ElementFilter.fieldsIn(members)) {
            VariableElement hiding = nearest.putIfAbsent(field.getSimpleName().toString(), field);
            Optional<? extends AnnotationMirror> mirror = Mirrors.find(field, Names.STATE);
            if (mirror.isPresent()) {
                TypeMirror seen = symbols.plain(symbols.types().asMemberOf((DeclaredType) type.asType(), field));
                TypeMirror codec = codec(mirror.get());
                Verdict verdict = codec == null
                        ? shapes.read(seen, field)
                        : shapes.known(new CodecReader(symbols, shapes, type).read(seen, codec), "", field);
                states.add(new StateField(
                        field,
                        hiding == null ? null : String.valueOf(hiding.getEnclosingElement()),
                        rival(field, type),
                        symbols.isAccessible(field, type),
                        FormerNames.of(symbols.elements(), field),
                        verdict));
            }
        }
        return states;
    }

    /** An interface with a constant of the field's name, which makes that name mean both. */
    private @Nullable String rival(VariableElement field, TypeElement type) {
        return symbols.meant(field.getSimpleName().toString(), type).stream()
                .map(Element::getEnclosingElement)
                .filter(owner -> owner.getKind().isInterface())
                .map(Element::toString)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable TypeMirror codec(AnnotationMirror state) {
        AnnotationValue value = Mirrors.written(state, "codec");
        if (value == null) {
            return null;
        }
        if (!(value.getValue() instanceof TypeMirror codec)) {
            throw new UnreadableException();
        }
        return Mirrors.isType(codec, Names.NO_CODEC) ? null : codec;
    }
}
