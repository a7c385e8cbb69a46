package dev.longhaul.processor.body;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import java.util.Collection;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/** Whether a job gives itself away, so that somebody else may change it. */
final class SelfUses extends TreeScanner<@Nullable Void, @Nullable Void> {

    private boolean given;

    private SelfUses() {}

    /** Whether some methods do so, or what makes the object. */
    static boolean isGivenAway(Code code, Collection<ExecutableElement> methods) {
        return isGivenAway(code, null, methods);
    }

    /** Whether a part of a body does so, or some methods, or what makes the object. */
    static boolean isGivenAway(Code code, @Nullable Tree part, Collection<ExecutableElement> methods) {
        SelfUses uses = new SelfUses();
        uses.scan(part, null);
        for (ExecutableElement method : methods) {
            MethodTree body = code.body(method);
            uses.scan(body == null ? null : body.getBody(), null);
        }
        for (TypeElement type : code.hierarchy()) {
            ClassTree source = code.source(type);
            if (source != null) {
                source.getMembers().stream()
                        .filter(member -> !(member instanceof ClassTree) && !isMethod(code, member))
                        .forEach(member -> uses.scan(member, null));
            }
        }
        return uses.given;
    }

    private static boolean isMethod(Code code, Tree member) {
        return member instanceof MethodTree
                && code.meaning(member) instanceof ExecutableElement method
                && method.getKind() == ElementKind.METHOD;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        given |= tree.getName().contentEquals("this");
        return null;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        boolean own = tree.getExpression() instanceof IdentifierTree on
                && on.getName().contentEquals("this");
        given |= tree.getIdentifier().contentEquals("this");
        return own ? null : super.visitMemberSelect(tree, null);
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        boolean own = tree.getQualifierExpression() instanceof IdentifierTree on
                && on.getName().contentEquals("this");
        return own ? null : super.visitMemberReference(tree, null);
    }
}
