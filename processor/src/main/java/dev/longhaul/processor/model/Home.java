package dev.longhaul.processor.model;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import java.util.List;
import java.util.Set;

/**
 * Where a handler is written, and what it finds there.
 *
 * @param job the job's class
 * @param generatedKnown whether the job's module knows {@code @Generated}
 * @param inCompactFile whether the job is in a class that the handler can't name
 * @param neighbours the names of {@code java.lang} that other classes of the job's package have
 * @param auxiliaries classes in files of another name: javac warns where another file's signatures mention one, and no
 *     annotation suppresses that
 * @param suppressions what the compiler would warn of in the handler, whose author can't suppress it
 * @param creation how the handler makes the job's objects
 */
public record Home(
        ClassName job,
        boolean generatedKnown,
        boolean inCompactFile,
        Set<String> neighbours,
        Set<ClassName> auxiliaries,
        List<String> suppressions,
        Creation creation) {

    /** The handler's class: {@code Outer_JobHandler} for a class {@code Outer.Job}. */
    public ClassName handler() {
        return ClassName.get(job.packageName(), String.join("_", job.simpleNames()) + "Handler");
    }

    /** Whether a type mentions a class in a file of another name. */
    public boolean isAuxiliary(TypeName type) {
        if (type instanceof ClassName named) {
            return auxiliaries.contains(named.topLevelClassName());
        }
        if (type instanceof ArrayTypeName array) {
            return isAuxiliary(array.componentType());
        }
        return type instanceof ParameterizedTypeName generic
                && (isAuxiliary(generic.rawType())
                        || generic.typeArguments().stream().anyMatch(this::isAuxiliary));
    }
}
