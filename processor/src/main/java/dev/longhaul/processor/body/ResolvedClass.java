package dev.longhaul.processor.body;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/**
 * A top-level class in which javac has resolved the names.
 *
 * @param unit its file
 * @param meanings what each name, call and declaration stands for
 * @param types the types of the expressions
 * @param declarations where each element is declared
 * @param assignments what is assigned to each variable
 * @param originals javac's own tree for each one that is a copy
 */
record ResolvedClass(
        CompilationUnitTree unit,
        Map<Tree, Element> meanings,
        Map<Tree, TypeMirror> types,
        Map<Element, Tree> declarations,
        Map<Element, List<Assignment>> assignments,
        Map<Tree, Tree> originals) {

    /**
     * An assignment to a variable.
     *
     * @param value what is assigned, or null where that is another value each time
     * @param at the assignment, or the variable with its initial value
     * @param elsewhere whether it is in a lambda or in a class within the variable's own
     */
    record Assignment(@Nullable ExpressionTree value, Tree at, boolean elsewhere) {}

    /** Reads a class. */
    static ResolvedClass of(Trees trees, CompilationUnitTree unit, TypeElement type) {
        ResolvedClass read = new ResolvedClass(
                unit, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        ClassTree tree = trees.getTree(type);
        if (tree != null) {
            read.meanings.put(tree, type);
            read.declarations.put(type, tree);
            read.new Reader(trees).scan(new TreePath(new TreePath(unit), tree), null);
        }
        return read;
    }

    /** The class of a name that is declared here, or null. */
    @Nullable
    TypeElement type(String name) {
        for (Element declared : declarations.keySet()) {
            if (declared instanceof TypeElement type && type.getQualifiedName().contentEquals(name)) {
                return type;
            }
        }
        return null;
    }

    /** Whether there are names in it that stand for nothing, of which the compiler tells. */
    boolean isMisspelt() {
        return types.values().stream().anyMatch(type -> type.getKind() == TypeKind.ERROR);
    }

    /** Javac's own tree for one of this class, or null where it is of another one. */
    @Nullable
    Tree original(Tree tree) {
        return meanings.containsKey(tree) || types.containsKey(tree) ? originals.getOrDefault(tree, tree) : null;
    }

    /** The same with copies of the trees, which stay as they are. */
    ResolvedClass copy() {
        TreeCopy copies = new TreeCopy();
        ResolvedClass copy = new ResolvedClass(
                unit, new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>(), new HashMap<>());
        meanings.forEach((tree, element) -> {
            copy.meanings.put(copies.of(tree), element);
            copy.originals.put(copies.of(tree), tree);
        });
        types.forEach((tree, type) -> {
            copy.types.put(copies.of(tree), type);
            copy.originals.put(copies.of(tree), tree);
        });
        declarations.forEach((element, tree) -> copy.declarations.put(element, copies.of(tree)));
        assignments.forEach((variable, all) -> copy.assignments.put(
                variable,
                all.stream()
                        .map(one -> new Assignment(
                                one.value == null ? null : (ExpressionTree) copies.of(one.value),
                                copies.of(one.at),
                                one.elsewhere))
                        .toList()));
        return copy;
    }

    private final class Reader extends TreePathScanner<@Nullable Void, @Nullable Void> {

        private final Trees trees;
        private int lambdas;
        private @Nullable Element around;

        Reader(Trees trees) {
            this.trees = trees;
        }

        @Override
        public @Nullable Void scan(@Nullable Tree tree, @Nullable Void unused) {
            boolean declaration =
                    tree instanceof ClassTree || tree instanceof MethodTree || tree instanceof VariableTree;
            if (declaration || tree instanceof ExpressionTree) {
                TreePath path = new TreePath(getCurrentPath(), tree);
                Element element = declaration || isName(tree) ? trees.getElement(path) : null;
                if (element != null) {
                    meanings.put(tree, element);
                    if (declaration) {
                        declarations.put(element, tree);
                    }
                }
                TypeMirror type = declaration ? null : trees.getTypeMirror(path);
                if (type != null) {
                    types.put(tree, type);
                }
            }
            return super.scan(tree, null);
        }

        @Override
        public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
            Element outer = around;
            int outerLambdas = lambdas;
            around = meanings.get(tree);
            lambdas = 0;
            super.visitClass(tree, null);
            around = outer;
            lambdas = outerLambdas;
            return null;
        }

        @Override
        public @Nullable Void visitLambdaExpression(LambdaExpressionTree tree, @Nullable Void unused) {
            lambdas++;
            super.visitLambdaExpression(tree, null);
            lambdas--;
            return null;
        }

        @Override
        public @Nullable Void visitVariable(VariableTree tree, @Nullable Void unused) {
            super.visitVariable(tree, null);
            Element variable = meanings.get(tree);
            boolean plain = variable != null
                    && (variable.getKind() == ElementKind.LOCAL_VARIABLE || variable.getKind() == ElementKind.FIELD)
                    && !(getCurrentPath().getParentPath().getLeaf() instanceof EnhancedForLoopTree);
            if (tree.getInitializer() != null || !plain) {
                assign(variable, tree.getInitializer(), tree);
            }
            return null;
        }

        @Override
        public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
            super.visitAssignment(tree, null);
            assign(meanings.get(Code.bare(tree.getVariable())), tree.getExpression(), tree);
            return null;
        }

        @Override
        public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
            super.visitCompoundAssignment(tree, null);
            assign(meanings.get(Code.bare(tree.getVariable())), null, tree);
            return null;
        }

        @Override
        public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
            super.visitUnary(tree, null);
            if (Code.isIncrement(tree)) {
                assign(meanings.get(Code.bare(tree.getExpression())), null, tree);
            }
            return null;
        }

        /** Of other expressions, javac looks for an element in all that is around them. */
        private boolean isName(@Nullable Tree tree) {
            return tree instanceof IdentifierTree
                    || tree instanceof MemberSelectTree
                    || tree instanceof MethodInvocationTree
                    || tree instanceof MemberReferenceTree
                    || tree instanceof NewClassTree;
        }

        private void assign(@Nullable Element variable, @Nullable ExpressionTree value, Tree at) {
            if (variable != null) {
                boolean elsewhere = lambdas > 0
                        || (variable.getKind() == ElementKind.FIELD
                                && !Objects.equals(variable.getEnclosingElement(), around));
                assignments
                        .computeIfAbsent(variable, first -> new ArrayList<>())
                        .add(new Assignment(value, at, elsewhere));
            }
        }
    }
}
