package dev.longhaul.processor.read;

import com.palantir.javapoet.ClassName;
import dev.longhaul.processor.model.Creation;
import dev.longhaul.processor.model.Home;
import dev.longhaul.processor.names.Names;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads what a handler finds where it is written. */
public final class HomeReader {

    private static final String GENERATED = "javax.annotation.processing.Generated";
    private static final String PROCESSOR = "dev.longhaul.processor.LongRunningProcessor";

    /** What handlers name of {@code java.lang}, whatever the job is. */
    private static final List<String> NAMED = List.of(
            "Boolean",
            "Byte",
            "Character",
            "Double",
            "Enum",
            "Error",
            "Exception",
            "Float",
            "IllegalStateException",
            "Integer",
            "Long",
            "Object",
            "Override",
            "RuntimeException",
            "Short",
            "String",
            "SuppressWarnings",
            "Throwable");

    private final Symbols symbols;

    /** A reader of the compilation. */
    public HomeReader(Symbols symbols) {
        this.symbols = symbols;
    }

    /** The home of a job's handler, where the job was refused. */
    public Home read(TypeElement job) {
        return read(job, new CreationReader(symbols, new ShapeReader(symbols, job)).read(), Set.of(job));
    }

    /**
     * The home of a job's handler.
     *
     * @param creation how the handler makes the job
     * @param named the classes of the source that the handler names
     */
    Home read(TypeElement job, Creation creation, Set<TypeElement> named) {
        ModuleElement module = symbols.elements().getModuleOf(job);
        Set<ClassName> auxiliaries = named.stream()
                .filter(type -> isBesideAnother(type, job))
                .map(ClassName::get)
                .collect(Collectors.toCollection(TreeSet::new));
        return new Home(
                ClassName.get(job),
                symbols.inSight(GENERATED, job) != null,
                symbols.files().isCompact(outermost(job)),
                neighbours(job, named),
                auxiliaries,
                suppressions(job, module, named, !auxiliaries.isEmpty()),
                creation);
    }

    private static TypeElement outermost(TypeElement type) {
        return type.getEnclosingElement() instanceof TypeElement outer ? outermost(outer) : type;
    }

    private Set<String> neighbours(TypeElement job, Set<TypeElement> named) {
        String home = symbols.elements().getPackageOf(job).getQualifiedName().toString();
        Set<String> neighbours = new TreeSet<>();
        Set<String> names = new TreeSet<>(NAMED);
        named.stream()
                .filter(type ->
                        symbols.elements().getPackageOf(type).getQualifiedName().contentEquals("java.lang"))
                .forEach(type -> names.add(type.getSimpleName().toString()));
        for (String name : names) {
            if (symbols.inSight(home.isEmpty() ? name : home + "." + name, job) != null) {
                neighbours.add(name);
            }
        }
        return neighbours;
    }

    private List<String> suppressions(TypeElement job, ModuleElement module, Set<TypeElement> named, boolean beside) {
        List<String> suppressions = new ArrayList<>();
        if (beside) {
            suppressions.add("auxiliaryclass");
        }
        if (named.stream().anyMatch(type -> symbols.elements().isDeprecated(type) || isDeprecatedIn(type))) {
            suppressions.add("deprecation");
        }
        if (isExported(job, module)) {
            suppressions.add("exports");
        }
        if (suppressions.contains("deprecation")) {
            suppressions.add("removal");
        }
        if (beside) {
            suppressions.add("unchecked");
        }
        return suppressions;
    }

    /** Whether a class has no file of its own name, so that javac warns of uses from other files. */
    private boolean isBesideAnother(TypeElement type, TypeElement job) {
        return type.getNestingKind() == NestingKind.TOP_LEVEL
                && !type.getModifiers().contains(Modifier.PUBLIC)
                && symbols.samePackage(type, job)
                && symbols.files().isElsewhere(type);
    }

    /** Whether other modules see the handler's package, of which javac warns where a class in it is not public. */
    private boolean isExported(TypeElement job, ModuleElement module) {
        return module != null
                && ElementFilter.exportsIn(module.getDirectives()).stream()
                        .anyMatch(exported ->
                                exported.getPackage().equals(symbols.elements().getPackageOf(job)));
    }

    /** Whether a member is deprecated. Of the JDK's classes no such member is called, and many have one. */
    private boolean isDeprecatedIn(TypeElement type) {
        return !type.getQualifiedName().toString().startsWith("java.")
                && (type.getEnclosedElements().stream()
                                .anyMatch(member -> symbols.elements().isDeprecated(member))
                        || Stream.concat(Stream.of(type.getSuperclass()), type.getInterfaces().stream())
                                .anyMatch(this::isDeprecatedInParent));
    }

    private boolean isDeprecatedInParent(TypeMirror parent) {
        return parent instanceof DeclaredType declared && isDeprecatedIn((TypeElement) declared.asElement());
    }

    /** Whether a class is the handler that an earlier compilation has generated: a source, perhaps without the annotation. */
    public boolean isGenerated(String type, TypeElement job) {
        TypeElement found = symbols.inSight(type, job);
        return found != null
                && ((Mirrors.isType(found.getSuperclass(), Names.HANDLER.canonicalName())
                                && symbols.files().isCompiled(found))
                        || Mirrors.find(found, GENERATED)
                                .filter(mirror -> mirror.getElementValues()
                                        .values()
                                        .toString()
                                        .contains(PROCESSOR))
                                .isPresent());
    }
}
