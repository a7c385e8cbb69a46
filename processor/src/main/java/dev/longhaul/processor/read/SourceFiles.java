package dev.longhaul.processor.read;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/** Knows the files in which classes stand, where the compiler is javac. */
public final class SourceFiles {

    /** A {@code Trees}; of no type here, for this class to load where there is none. */
    private final @Nullable Object trees;

    /** The files of a compilation. */
    public SourceFiles(ProcessingEnvironment environment) {
        trees = trees(environment);
    }

    /** Whether a top-level class stands in a file of another class's name; false where nobody knows. */
    boolean isElsewhere(TypeElement type) {
        return trees != null && Javac.isElsewhere(trees, type);
    }

    /** Whether a top-level class is that of a compact source file, which nobody can name. */
    boolean isCompact(TypeElement type) {
        return trees != null && Javac.isCompact(trees, type);
    }

    /** Whether the sources of some classes have a word in them; true where nobody knows. */
    public boolean mention(String word, Iterable<TypeElement> classes) {
        if (trees == null) {
            return true;
        }
        for (TypeElement type : classes) {
            if (Javac.mentions(trees, type, word)) {
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

        static boolean isElsewhere(Object trees, TypeElement type) {
            TreePath path = ((Trees) trees).getPath(type);
            if (path == null) {
                return false;
            }
            return !path.getCompilationUnit()
                    .getSourceFile()
                    .isNameCompatible(type.getSimpleName().toString(), JavaFileObject.Kind.SOURCE);
        }

        static boolean mentions(Object trees, TypeElement type, String word) {
            TreePath path = ((Trees) trees).getPath(type);
            try {
                return path != null
                        && path.getCompilationUnit()
                                .getSourceFile()
                                .getCharContent(true)
                                .toString()
                                .contains(word);
            } catch (IOException e) {
                return true;
            }
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
}
