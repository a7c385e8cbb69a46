package dev.longhaul.processor.read;

import dev.longhaul.processor.model.ChildrenField;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/** Reads the {@code @Children} fields of a job, and what it has to know of the children's jobs. */
final class ChildrenReader {

    private final Symbols symbols;
    private final ShapeReader shapes;

    ChildrenReader(Symbols symbols, ShapeReader shapes) {
        this.symbols = symbols;
        this.shapes = shapes;
    }

    List<ChildrenField> read(List<Element> members) {
        List<ChildrenField> fields = new ArrayList<>();
        for (VariableElement field : ElementFilter.fieldsIn(members)) {
            Mirrors.find(field, Names.CHILDREN).ifPresent(mirror -> fields.add(read(field, mirror)));
        }
        return fields;
    }

    private ChildrenField read(VariableElement field, AnnotationMirror mirror) {
        AnnotationReader options = new AnnotationReader(symbols.elements(), field, mirror);
        Located<TypeMirror> child = options.value("value", TypeMirror.class);
        ChildrenField.Bounds bounds = new ChildrenField.Bounds(
                options.value("maxRunning", Integer.class), options.value("most", Integer.class));
        boolean stops = Mirrors.isTrue(mirror, "stopWithParent");
        TypeElement job = symbols.classOf(child.value());
        AnnotationMirror longRunning =
                job == null ? null : Mirrors.find(job, Names.LONG_RUNNING).orElse(null);
        if (job == null || longRunning == null) {
            String name = String.valueOf(child.value());
            return refused(
                    field, child.with(name), bounds, stops, name + " is no class with @LongRunning. Name a job.");
        }
        Located<String> name = child.with(new OptionsReader(symbols.elements(), job, longRunning)
                .read()
                .name()
                .value());
        TypeMirror seen = symbols.types().asMemberOf((DeclaredType) shapes.job().asType(), field);
        if (seen.getKind() == TypeKind.ERROR || Symbols.missingPart(seen).isPresent()) {
            // It is not there, or not yet.
            throw new UnreadableException();
        }
        TypeMirror request = request(job);
        String objection = objection(field, symbols.plain(seen), request, job);
        if (objection != null) {
            return refused(field, name, bounds, stops, objection);
        }
        TypeMirror returned = returned(job);
        TypeMirror argument = argument(seen);
        return new ChildrenField(
                field,
                name,
                bounds,
                stops,
                null,
                request == null || argument == null ? null : shapes.read(argument, field),
                returned == null ? null : shapes.read(returned, field));
    }

    private static ChildrenField refused(
            VariableElement field, Located<String> job, ChildrenField.Bounds bounds, boolean stops, String objection) {
        return new ChildrenField(field, job, bounds, stops, objection, null, null);
    }

    private @Nullable String objection(
            VariableElement field, TypeMirror seen, @Nullable TypeMirror request, TypeElement job) {
        String child = job.getSimpleName().toString();
        String wanted = "ChildChains<" + (request == null ? "Void" : boxed(request)) + ">";
        if (!symbols.isAccessible(field, shapes.job())
                || field.getModifiers().contains(Modifier.FINAL)
                || field.getModifiers().contains(Modifier.STATIC)) {
            return "it is private, final or static, and the handler fills it. Make it package-private, and neither final nor"
                    + " static.";
        }
        if (Mirrors.find(field, Names.STATE).isPresent()) {
            return "it has @State as well, and @Children saves it already. Remove @State.";
        }
        if (!Mirrors.isType(seen, Names.CHILD_CHAINS)) {
            return "its type is " + seen + ". Make it " + wanted + ".";
        }
        if (request != null && AwsEvents.read(request, shapes.job(), symbols).isPresent()) {
            return "the @OnStart of " + child + " takes " + request
                    + ", an event of AWS's, which no parent can write. Let it take a record of yours.";
        }
        TypeMirror argument = argument(seen);
        boolean fits = argument != null
                && (request == null
                        ? Mirrors.isType(argument, Void.class.getName())
                        : symbols.types().isSameType(argument, boxed(request)));
        if (!fits) {
            return "its type is " + seen + ", and the @OnStart of " + child + " takes "
                    + (request == null ? "no start event" : String.valueOf(request)) + ". Make it " + wanted + ".";
        }
        return null;
    }

    private TypeMirror boxed(TypeMirror type) {
        return type.getKind().isPrimitive()
                ? symbols.types()
                        .boxedClass(symbols.types().getPrimitiveType(type.getKind()))
                        .asType()
                : type;
    }

    private static @Nullable TypeMirror argument(TypeMirror chains) {
        List<? extends TypeMirror> arguments = ((DeclaredType) chains).getTypeArguments();
        return arguments.size() == 1 ? arguments.get(0) : null;
    }

    /** What a job's {@code @OnStart} takes of the start event, or null. */
    private @Nullable TypeMirror request(TypeElement job) {
        ExecutableType start = method(job, Names.ON_START);
        if (start == null) {
            return null;
        }
        return start.getParameterTypes().stream()
                .map(symbols::plain)
                .filter(type -> !Mirrors.isType(type, Names.JOB_CONTEXT))
                .findFirst()
                .orElse(null);
    }

    private @Nullable TypeMirror returned(TypeElement job) {
        ExecutableType complete = method(job, Names.ON_COMPLETE);
        return complete == null || complete.getReturnType().getKind() == TypeKind.VOID
                ? null
                : symbols.plain(complete.getReturnType());
    }

    private @Nullable ExecutableType method(TypeElement job, String annotation) {
        for (ExecutableElement method : ElementFilter.methodsIn(symbols.members(job))) {
            if (Mirrors.find(method, annotation).isPresent()) {
                return (ExecutableType) symbols.types().asMemberOf((DeclaredType) job.asType(), method);
            }
        }
        return null;
    }
}
