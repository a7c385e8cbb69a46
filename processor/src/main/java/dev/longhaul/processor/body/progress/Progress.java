package dev.longhaul.processor.body.progress;

import com.sun.source.tree.AnnotationTree;
import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.longhaul.processor.body.flow.Helpers;
import dev.longhaul.processor.body.value.Lookup;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;

/**
 * Looks whether the steps of a job change what a terminate method reads. It says so only where the whole class leaves no
 * doubt, and gives up early everywhere else: most jobs are done with after a look at the terminate method and the step.
 */
public final class Progress {

    /** Annotations of methods that nobody but the job's handler and its own code calls. */
    private static final Set<String> HARMLESS =
            Set.of("OnStart", "OnComplete", "OnFailure", "Override", "SuppressWarnings", "Deprecated");

    private final Job job;
    private final Lookup lookup;
    private final Helpers helpers;

    /** The progress of one job. */
    public Progress(Job job, Lookup lookup, Helpers helpers) {
        this.job = job;
        this.lookup = lookup;
        this.helpers = helpers;
    }

    /** The fields that a terminate method reads and no step changes; empty where there is a doubt. */
    public List<String> ignoredBy(JobMethod terminate) {
        // Where the step itself is in error, what it changes is not yet to be seen.
        if (job.steps().size() != 1 || !job.steps().get(0).accessible()) {
            return List.of();
        }
        Reads reads = Reads.of(terminate.element(), lookup, helpers);
        if (reads == null || reads.fields().isEmpty() || changes(reads)) {
            return List.of();
        }
        List<String> names = new ArrayList<>();
        for (Name name : reads.fields().keySet()) {
            names.add(name.toString());
        }
        return names;
    }

    private boolean changes(Reads reads) {
        Watched watched = new Watched(job, reads.fields());
        Deque<ExecutableElement> next = new ArrayDeque<>();
        for (JobMethod step : job.steps()) {
            next.add(step.element());
        }
        for (JobMethod terminate : job.terminates()) {
            next.add(terminate.element());
        }
        Writes writes = new Writes(watched, lookup, helpers, job.type(), next);
        Set<Tree> live = new HashSet<>(reads.looked());
        follow(next, writes, live);
        for (TypeElement type = job.type(); type != null && !isObject(type); type = Helpers.parent(type)) {
            ClassTree tree = lookup.declarations().of(type);
            if (tree == null || writes.isOver()) {
                return true;
            }
            for (Tree member : tree.getMembers()) {
                rest(member, type, watched, writes, live);
            }
            follow(next, writes, live);
        }
        return writes.isOver();
    }

    /** Looks at the methods that run from the first step on. */
    private void follow(Deque<ExecutableElement> next, Writes writes, Set<Tree> live) {
        while (!writes.isOver() && !next.isEmpty()) {
            ExecutableElement method = next.remove();
            MethodTree tree = lookup.declarations().of(method);
            if (tree == null || !(method.getEnclosingElement() instanceof TypeElement owner)) {
                writes.end();
            } else if (live.add(tree)) {
                writes.look(tree, owner, true);
            }
        }
    }

    /** Looks at a member that does not run from the first step on, as far as its name and place say. */
    private static void rest(Tree member, TypeElement owner, Watched watched, Writes writes, Set<Tree> live) {
        if (member instanceof ClassTree nested) {
            if (!isStatic(nested)) {
                writes.look(nested, owner, true);
            }
        } else if (member instanceof MethodTree method) {
            if (!live.contains(method)) {
                writes.look(method, owner, isCalledByOthers(method));
            }
        } else if (member instanceof VariableTree field) {
            if (watched.has(field.getName()) && !begins(field, watched)) {
                writes.end();
            }
            writes.look(field, owner, false);
        } else if (member instanceof BlockTree) {
            writes.look(member, owner, false);
        }
    }

    /** Whether a field's initializer gives it a first value that is its own, and the same in every hop or saved. */
    private static boolean begins(VariableTree field, Watched watched) {
        if (field.getInitializer() == null) {
            return true;
        }
        boolean fresh = watched.isValue(field.getName()) || Fresh.isFresh(field.getInitializer());
        return fresh && (watched.isSaved(field.getName()) || Fresh.isSteady(field.getInitializer()));
    }

    private static boolean isStatic(ClassTree nested) {
        return nested.getKind() != Tree.Kind.CLASS
                || nested.getModifiers().getFlags().contains(Modifier.STATIC);
    }

    private static boolean isCalledByOthers(MethodTree method) {
        for (AnnotationTree annotation : method.getModifiers().getAnnotations()) {
            String name = annotation.getAnnotationType().toString();
            if (!HARMLESS.contains(name.substring(name.lastIndexOf('.') + 1))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isObject(TypeElement type) {
        return type.getSuperclass().getKind() == TypeKind.NONE;
    }
}
