package dev.longhaul.processor.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.names.Names;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** Loops that go on as long as fields of the job say so, which nothing in them changes: once begun, they never end. */
final class StuckLoops {

    private final Code code;

    StuckLoops(Code code) {
        this.code = code;
    }

    /** Whether a loop is one, but for what jumps out of it. */
    boolean isStuck(Tree loop, @Nullable ExpressionTree condition) {
        Set<VariableElement> fields = new HashSet<>();
        if (condition == null || !isOfFields(condition, fields) || fields.isEmpty()) {
            return false;
        }
        Reach reach = Reach.within(code, loop);
        if (reach.isOpen() || waits(loop)) {
            return false;
        }
        Set<Tree> within = trees(loop);
        reach.methods().forEach(method -> within.addAll(trees(code.declaration(method))));
        return fields.stream()
                        .allMatch(variable -> code.assignments(variable).stream()
                                .noneMatch(one -> one.elsewhere() || within.contains(one.at())))
                && !SelfUses.isGivenAway(code, loop, reach.methods());
    }

    private boolean isOfFields(ExpressionTree condition, Set<VariableElement> fields) {
        Tree bare = Code.bare(condition);
        if (bare instanceof BinaryTree both) {
            return isOfFields(both.getLeftOperand(), fields) && isOfFields(both.getRightOperand(), fields);
        }
        if (bare instanceof UnaryTree one) {
            return !Code.isIncrement(one) && isOfFields(one.getExpression(), fields);
        }
        if (bare instanceof LiteralTree) {
            return true;
        }
        VariableElement variable = code.variable(bare);
        boolean named = bare instanceof IdentifierTree
                || (bare instanceof MemberSelectTree select && code.isThis(select.getExpression()));
        if (!named || variable == null || !isOfOneThread(variable)) {
            return false;
        }
        fields.add(variable);
        return true;
    }

    private boolean isOfOneThread(VariableElement variable) {
        return variable.getKind() == ElementKind.FIELD
                && code.source(variable) != null
                && code.hierarchy().contains(Code.owner(variable))
                && variable.getAnnotationMirrors().stream().map(Code::name).allMatch(Names.STATE::equals)
                && !variable.getModifiers().contains(Modifier.VOLATILE)
                && !variable.getModifiers().contains(Modifier.STATIC)
                && ValueKind.of(variable.asType()).isFixed();
    }

    /** Whether something is called that has to do with other threads. */
    private boolean waits(Tree loop) {
        boolean[] waits = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
                ExecutableElement called = code.called(tree);
                TypeElement owner = called == null ? null : Code.owner(called);
                waits[0] |= owner == null
                        || List.of("java.lang.Thread", "java.lang.Object", "java.util.concurrent.", "java.util.Timer")
                                .stream()
                                .anyMatch(name -> Code.isIn(name, owner.asType()));
                return super.visitMethodInvocation(tree, null);
            }
        }.scan(loop, null);
        return waits[0];
    }

    private static Set<Tree> trees(@Nullable Tree tree) {
        Set<Tree> all = new HashSet<>();
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void scan(@Nullable Tree part, @Nullable Void unused) {
                if (part != null) {
                    all.add(part);
                }
                return super.scan(part, null);
            }
        }.scan(tree, null);
        return all;
    }
}
