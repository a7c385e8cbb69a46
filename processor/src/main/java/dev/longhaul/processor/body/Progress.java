package dev.longhaul.processor.body;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.read.Mirrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Whether anything that a job does changes what one of its ends reads. */
final class Progress {

    /** Annotations of methods that nobody calls but the handler and the code itself. */
    private static final Set<String> KNOWN = Set.of(
            Names.ON_START,
            Names.ON_COMPLETE,
            Names.ON_FAILURE,
            "java.lang.Override",
            "java.lang.Deprecated",
            "java.lang.SuppressWarnings");

    private final Code code;
    private final Set<ExecutableElement> ends;
    private final Reach live;

    Progress(Code code, Set<ExecutableElement> steps, Set<ExecutableElement> ends) {
        this.code = code;
        this.ends = ends;
        List<ExecutableElement> roots = new ArrayList<>(steps);
        roots.addAll(ends);
        this.live = Reach.from(code, roots);
    }

    /** The fields that an end reads, where nothing changes them; none where something does, or may. */
    Set<VariableElement> ignoredBy(ExecutableElement end) {
        Set<VariableElement> fields = Reads.of(end, code);
        boolean known =
                !live.isOpen() && fields.stream().allMatch(field -> code.source(field) != null && isSteady(field));
        return known && code.hierarchy().stream().noneMatch(type -> changes(type, fields)) ? fields : Set.of();
    }

    private boolean changes(TypeElement type, Set<VariableElement> fields) {
        ClassTree source = code.source(type);
        return source != null && source.getMembers().stream().anyMatch(member -> changes(member, fields));
    }

    private boolean changes(Tree member, Set<VariableElement> fields) {
        if (member instanceof ClassTree nested
                && nested.getModifiers().getFlags().contains(Modifier.STATIC)) {
            // Of the job it has only what it is given, which is found where that happens.
            return false;
        }
        boolean calm = member instanceof VariableTree
                || member instanceof BlockTree
                || (member instanceof MethodTree && isCalm(code.meaning(member)));
        return Writes.mayChange(member, fields, calm ? this::isRestored : field -> false, code);
    }

    /** Whether no step begins with what a method has done, but for what it left in the state. */
    private boolean isCalm(@Nullable Element method) {
        return method instanceof ExecutableElement known
                && !live.methods().contains(known)
                && !code.isForeignHook(known)
                && known.getAnnotationMirrors().stream().map(Code::name).allMatch(KNOWN::contains);
    }

    /** What is set once and saved stays as it is. With several ends, it may say which of them counts. */
    private boolean isRestored(VariableElement field) {
        return ends.size() == 1 && isSaved(field);
    }

    static boolean isSaved(VariableElement field) {
        return Mirrors.find(field, Names.STATE).isPresent()
                || Mirrors.find(field, Names.CHILDREN).isPresent();
    }

    /** Whether a field that is not saved begins with the same in every hop. */
    private boolean isSteady(VariableElement field) {
        VariableTree source = code.source(field);
        ExpressionTree initial = source == null ? null : source.getInitializer();
        boolean[] steady = {true};
        if (initial != null && !isSaved(field)) {
            new TreeScanner<@Nullable Void, @Nullable Void>() {
                @Override
                public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                    ExecutableElement called = code.called(tree);
                    steady[0] &= called != null
                            && called.getModifiers().contains(Modifier.STATIC)
                            && Code.isJdk(called)
                            && Looks.isFunction(called);
                    return super.visitMethodInvocation(tree, null);
                }

                @Override
                public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
                    VariableElement variable = code.variable(tree);
                    steady[0] &= variable == null || variable.getModifiers().contains(Modifier.FINAL);
                    return null;
                }
            }.scan(initial, null);
        }
        return steady[0];
    }
}
