package dev.longhaul.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ModifiersTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.util.IdentityHashMap;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Knows the files in which classes stand, where the compiler is javac. */
public final class SourceFiles {

    /** A {@code Trees}; of no type here, for this class to load where there is none. */
    private final @Nullable Object trees;

    /** Of each top-level class that was looked at, by its tree, whether its file has another name. */
    private final IdentityHashMap<Object, Boolean> elsewhere = new IdentityHashMap<>();

    /** The files of a compilation. */
    public SourceFiles(ProcessingEnvironment environment) {
        trees = trees(environment);
    }

    /** Whether a top-level class stands in a file of another class's name; false where nobody knows. */
    boolean isElsewhere(TypeElement type) {
        return trees != null && Javac.isElsewhere(trees, type, elsewhere);
    }

    /** Whether a class is compiled from its source; false where nobody knows. */
    boolean isCompiled(TypeElement type) {
        return trees != null && Javac.isCompiled(trees, type);
    }

    /** Whether a member of a class has an annotation that is not there; false where nobody knows. */
    boolean hasUnknownAnnotation(TypeElement type) {
        return trees != null && Javac.hasUnknownAnnotation(trees, type);
    }

    /** Whether a top-level class is that of a compact source file, which nobody can name. */
    boolean isCompact(TypeElement type) {
        return trees != null && Javac.isCompact(trees, type);
    }

    /** Whether the sources of some classes have a name in them; true where nobody knows. */
    public boolean mention(String name, Iterable<TypeElement> classes) {
        if (trees == null) {
            return true;
        }
        for (TypeElement type : classes) {
            if (Javac.mentions(trees, type, name)) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable Object trees(ProcessingEnvironment environment) {
        try {
            return Javac.trees(environment);
        } catch (IllegalArgumentException | LinkageError e) {
            // Another compiler, or one behind a wrapper of a build tool's.
            return null;
        }
    }

    /** Only this class mentions javac's types. */
    private static final class Javac {

        private Javac() {}

        static Object trees(ProcessingEnvironment environment) {
            return Trees.instance(environment);
        }

        static boolean isCompiled(Object trees, TypeElement type) {
            return ((Trees) trees).getPath(type) != null;
        }

        static boolean hasUnknownAnnotation(Object trees, TypeElement type) {
            TreePath path = ((Trees) trees).getPath(type);
            return path != null
                    && path.getLeaf() instanceof ClassTree tree
                    && tree.getMembers().stream().anyMatch(member -> hasUnknownAnnotation((Trees) trees, path, member));
        }

        /** An element does not show annotations that are not there. */
        private static boolean hasUnknownAnnotation(Trees trees, TreePath path, Tree member) {
            ModifiersTree modifiers = member instanceof MethodTree method
                    ? method.getModifiers()
                    : member instanceof VariableTree field ? field.getModifiers() : null;
            return modifiers != null
                    && modifiers.getAnnotations().stream()
                            .map(annotation -> trees.getTypeMirror(new TreePath(path, annotation.getAnnotationType())))
                            .anyMatch(named -> named != null && named.getKind() == TypeKind.ERROR);
        }

        /** To find the path of a class is a walk through its file: all classes of the file are looked at once. */
        static boolean isElsewhere(Object trees, TypeElement type, IdentityHashMap<Object, Boolean> elsewhere) {
            ClassTree tree = ((Trees) trees).getTree(type);
            TreePath path = tree == null || elsewhere.containsKey(tree) ? null : ((Trees) trees).getPath(type);
            if (path != null) {
                JavaFileObject file = path.getCompilationUnit().getSourceFile();
                for (Tree each : path.getCompilationUnit().getTypeDecls()) {
                    if (each instanceof ClassTree declared) {
                        String name = declared.getSimpleName().toString();
                        elsewhere.put(declared, !file.isNameCompatible(name, JavaFileObject.Kind.SOURCE));
                    }
                }
            }
            return tree != null && elsewhere.getOrDefault(tree, false);
        }

        /** A name in a comment or a text is no mention. */
        static boolean mentions(Object trees, TypeElement type, String name) {
            TreePath path = ((Trees) trees).getPath(type);
            return path != null && Boolean.TRUE.equals(new Mentions(name).scan(path.getCompilationUnit(), null));
        }

        /** Nobody has written that such a class is final. */
        static boolean isCompact(Object trees, TypeElement type) {
            TreePath path = ((Trees) trees).getPath(type);
            return path != null
                    && type.getModifiers().contains(Modifier.FINAL)
                    && path.getLeaf() instanceof ClassTree tree
                    && tree.getKind() == Tree.Kind.CLASS
                    && ((Trees) trees)
                                    .getSourcePositions()
                                    .getStartPosition(path.getCompilationUnit(), tree.getModifiers())
                            < 0;
        }
    }

    /** Whether a name is somewhere in a source. */
    private static final class Mentions extends TreeScanner<@Nullable Boolean, @Nullable Void> {

        private final String name;

        Mentions(String name) {
            this.name = name;
        }

        @Override
        public Boolean visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
            return tree.getName().contentEquals(name);
        }

        @Override
        public Boolean visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
            return tree.getIdentifier().contentEquals(name) || Boolean.TRUE.equals(super.visitMemberSelect(tree, null));
        }

        @Override
        public Boolean reduce(@Nullable Boolean one, @Nullable Boolean other) {
            return Boolean.TRUE.equals(one) || Boolean.TRUE.equals(other);
        }
    }
}
