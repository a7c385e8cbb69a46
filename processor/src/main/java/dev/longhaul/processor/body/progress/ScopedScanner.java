package dev.longhaul.processor.body.progress;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.ForLoopTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.body.value.Lookup;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** A scan that knows which names are local variables at each place, and that ends as soon as it has its answer. */
abstract class ScopedScanner extends TreeScanner<@Nullable Void, @Nullable Void> {

    private final Lookup lookup;
    private final List<Name> locals = new ArrayList<>();
    private TypeElement site;
    private boolean over;

    ScopedScanner(Lookup lookup, TypeElement site) {
        this.lookup = lookup;
        this.site = site;
    }

    final Lookup lookup() {
        return lookup;
    }

    /** The class whose code is scanned. */
    final TypeElement site() {
        return site;
    }

    /** Ends the scan: nothing can be said for sure, or what was looked for is found. */
    final void end() {
        over = true;
    }

    final boolean isOver() {
        return over;
    }

    final boolean isLocal(Name name) {
        return locals.lastIndexOf(name) >= 0;
    }

    /** Looks at a method, or another part of a class, that sees no local variables from outside. */
    final void scanIn(TypeElement owner, Tree tree) {
        List<Name> outside = new ArrayList<>(locals);
        TypeElement before = site;
        locals.clear();
        site = owner;
        scan(tree, null);
        site = before;
        locals.clear();
        locals.addAll(outside);
    }

    /** The field that an expression names, or null. */
    final @Nullable VariableElement field(ExpressionTree tree) {
        ExpressionTree bare = bare(tree);
        if (bare instanceof IdentifierTree identifier) {
            return isLocal(identifier.getName()) ? null : lookup.field(site, identifier.getName());
        }
        return bare instanceof MemberSelectTree select && lookup.words().isThis(select.getExpression())
                ? lookup.fieldOf(site, select.getIdentifier())
                : null;
    }

    /** The type that an expression names, or null. */
    final @Nullable TypeElement type(ExpressionTree tree) {
        ExpressionTree first = tree;
        while (first instanceof MemberSelectTree select) {
            first = select.getExpression();
        }
        return first instanceof IdentifierTree identifier
                        && !isLocal(identifier.getName())
                        && lookup.field(site, identifier.getName()) == null
                ? lookup.type(site, tree)
                : null;
    }

    /** An expression without the parentheses around it. */
    static ExpressionTree bare(ExpressionTree tree) {
        ExpressionTree inner = tree;
        while (inner instanceof ParenthesizedTree parenthesized) {
            inner = parenthesized.getExpression();
        }
        return inner;
    }

    @Override
    public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
        return over ? null : super.scan(tree, null);
    }

    @Override
    public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
        scan(tree.getInitializer(), null);
        locals.add(tree.getName());
        return null;
    }

    @Override
    public @Nullable Void visitMethod(MethodTree tree, @Nullable Void unused) {
        int mark = locals.size();
        scan(tree.getParameters(), null);
        scan(tree.getBody(), null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitBlock(BlockTree tree, @Nullable Void unused) {
        int mark = locals.size();
        super.visitBlock(tree, null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        int mark = locals.size();
        scan(tree.getMembers(), null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
        int mark = locals.size();
        super.visitLambdaExpression(tree, null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitForLoop(ForLoopTree tree, @Nullable Void unused) {
        int mark = locals.size();
        super.visitForLoop(tree, null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        int mark = locals.size();
        scan(tree.getVariable(), null);
        scan(tree.getStatement(), null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitTry(TryTree tree, @Nullable Void unused) {
        int mark = locals.size();
        super.visitTry(tree, null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitCatch(CatchTree tree, @Nullable Void unused) {
        int mark = locals.size();
        super.visitCatch(tree, null);
        forget(mark);
        return null;
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        int mark = locals.size();
        super.visitCase(tree, null);
        forget(mark);
        return null;
    }

    private void forget(int mark) {
        while (locals.size() > mark) {
            locals.remove(locals.size() - 1);
        }
    }
}
