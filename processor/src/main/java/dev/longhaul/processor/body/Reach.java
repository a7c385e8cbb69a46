package dev.longhaul.processor.body;

import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import org.jspecify.annotations.Nullable;

/** The methods of a job that run when some of them do. */
final class Reach extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Code code;
    private final Set<ExecutableElement> methods = new LinkedHashSet<>();
    private boolean open;

    private Reach(Code code) {
        this.code = code;
    }

    /** What is reached from some methods. */
    static Reach from(Code code, Collection<ExecutableElement> methods) {
        Reach reach = new Reach(code);
        methods.forEach(reach::add);
        return reach;
    }

    /** What is reached from a part of a body. */
    static Reach within(Code code, Tree part) {
        Reach reach = new Reach(code);
        reach.scan(part, null);
        return reach;
    }

    /** The methods, those that it began with included. */
    Set<ExecutableElement> methods() {
        return methods;
    }

    /** Whether the job calls a method of its own that is not in this code. */
    boolean isOpen() {
        return open;
    }

    private void add(ExecutableElement method) {
        if (methods.add(method)) {
            MethodTree body = code.body(method);
            if (body == null) {
                open = true;
            } else {
                scan(body.getBody(), null);
            }
        }
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        follow(tree);
        return super.visitMethodInvocation(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        follow(tree);
        return super.visitMemberReference(tree, null);
    }

    private void follow(Tree call) {
        ExecutableElement running = code.running(call);
        if (running != null && code.body(running) != null) {
            add(running);
        } else if (code.isOwn(call)) {
            open = true;
        }
    }
}
