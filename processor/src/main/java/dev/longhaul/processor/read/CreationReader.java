package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Creation;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads how a job is made: by the constructor without parameters where there is one, else by one that takes its resources. */
final class CreationReader {

    private static final String WHAT_IS_TAKEN = " it takes nothing, or the job's resources: a class of yours with the"
            + " clients that the hops share. What one chain works on comes with its start event.";

    private final Symbols symbols;
    private final ShapeReader shapes;
    private final TypeElement job;

    CreationReader(Symbols symbols, ShapeReader shapes) {
        this.symbols = symbols;
        this.shapes = shapes;
        this.job = shapes.job();
    }

    Creation read() {
        List<ExecutableElement> callable = ElementFilter.constructorsIn(job.getEnclosedElements()).stream()
                .filter(made -> !made.getModifiers().contains(Modifier.PRIVATE))
                .toList();
        for (ExecutableElement made : callable) {
            if (made.getParameters().isEmpty()) {
                return new Creation.Bare(symbols.throwing(made));
            }
        }
        List<ExecutableElement> taking = callable.stream()
                .filter(made -> made.getParameters().size() == 1)
                .toList();
        return switch (taking.size()) {
            case 0 ->
                new Creation.Barred(
                        "has no constructor that the handler can call. Add one that is not private:" + WHAT_IS_TAKEN);
            case 1 -> taking(taking.get(0));
            default ->
                new Creation.Barred("has " + taking.size()
                        + " constructors with one parameter, and the handler can't choose. Make all but one private.");
        };
    }

    private Creation taking(ExecutableElement constructor) {
        VariableElement parameter = constructor.getParameters().get(0);
        TypeMirror type = symbols.plain(parameter.asType());
        if (isValue(type)) {
            return new Creation.Barred("has a constructor that takes " + type
                    + ", and the handler has none to give. Change it:" + WHAT_IS_TAKEN);
        }
        shapes.name(type);
        return new Creation.WithResources(
                symbols.throwing(constructor), type, parameter, objection(type).orElse(null));
    }

    /** Whether objects of a type are values, of which no class of resources is made. */
    private static boolean isValue(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        }
        if (!(type instanceof DeclaredType declared)) {
            return true;
        }
        String name = ((TypeElement) declared.asElement()).getQualifiedName().toString();
        return name.equals("java.lang.String")
                || KnownTypes.box(name) != null
                || KnownTypes.isText(name)
                || KnownTypes.implementation(name) != null;
    }

    private Optional<String> objection(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR || !(type instanceof DeclaredType declared)) {
            return Optional.empty();
        }
        TypeElement element = (TypeElement) declared.asElement();
        String name = element.getQualifiedName().toString();
        if (name.startsWith("java.") || name.startsWith("javax.")) {
            return Optional.of("it is of the JDK. Take a class of yours, whose constructor makes what the hops share.");
        }
        if (element.getKind().isInterface()) {
            return Optional.of("it is an interface, and the handler can't choose what is behind it. Take a class of"
                    + " yours, whose constructor makes what the hops share.");
        }
        return Obstacle.to(element, job, symbols, true);
    }
}
