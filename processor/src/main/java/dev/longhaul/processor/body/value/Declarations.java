package dev.longhaul.processor.body.value;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/** The sources of declarations, as far as they are part of this compilation. */
public final class Declarations {

    private final Trees trees;
    private final Map<TypeElement, @Nullable ClassTree> classes = new HashMap<>();
    private final Map<TypeElement, List<? extends ImportTree>> imports = new HashMap<>();

    /** The declarations that the bodies of one job need. */
    public Declarations(Trees trees) {
        this.trees = trees;
    }

    /** The source of a class, or null. */
    public @Nullable ClassTree of(TypeElement type) {
        if (!classes.containsKey(type)) {
            classes.put(type, trees.getTree(type));
        }
        return classes.get(type);
    }

    /** The source of a method, or null. */
    public @Nullable MethodTree of(ExecutableElement method) {
        ClassTree owner = method.getEnclosingElement() instanceof TypeElement type ? of(type) : null;
        if (owner == null) {
            return null;
        }
        // The compiler's own way to it leads through all bodies in front.
        MethodTree found = null;
        for (Tree member : owner.getMembers()) {
            if (member instanceof MethodTree tree && tree.getName().equals(method.getSimpleName())) {
                if (found != null) {
                    return trees.getTree(method);
                }
                found = tree;
            }
        }
        return found;
    }

    /** The source of a field, or null. */
    @Nullable
    VariableTree of(VariableElement field) {
        ClassTree owner = field.getEnclosingElement() instanceof TypeElement type ? of(type) : null;
        if (owner != null) {
            for (Tree member : owner.getMembers()) {
                if (member instanceof VariableTree tree && tree.getName().equals(field.getSimpleName())) {
                    return tree;
                }
            }
        }
        return null;
    }

    /** The imports of the file that a class stands in. */
    List<? extends ImportTree> imports(TypeElement site) {
        List<? extends ImportTree> known = imports.get(site);
        if (known == null) {
            TreePath path = trees.getPath(site);
            CompilationUnitTree unit = path == null ? null : path.getCompilationUnit();
            known = unit == null ? List.of() : unit.getImports();
            imports.put(site, known);
        }
        return known;
    }
}
