package dev.longhaul.processor.body;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.TreeVisitor;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Copies trees, since javac rewrites its own when it makes a class file of them. A copy answers what the tree has answered;
 * it is a proxy, since the kinds of trees differ between Java versions.
 */
final class TreeCopy {

    private final Map<Tree, Tree> copies = new HashMap<>();

    /** The copy of a tree. */
    Tree of(Tree tree) {
        Tree known = copies.get(tree);
        if (known != null) {
            return known;
        }
        Class<? extends Tree> type = tree.getKind().asInterface();
        if (type == null) {
            return tree;
        }
        Map<String, @Nullable Object> answers = new HashMap<>();
        for (Method question : type.getMethods()) {
            if (question.getParameterCount() == 0 && !Modifier.isStatic(question.getModifiers())) {
                answers.put(question.getName(), copied(call(question, tree)));
            }
        }
        // Javac's trees for types are expressions too, where types are written in place of them.
        Class<?>[] kinds =
                tree instanceof ExpressionTree ? new Class<?>[] {type, ExpressionTree.class} : new Class<?>[] {type};
        Tree copy = (Tree) Proxy.newProxyInstance(Tree.class.getClassLoader(), kinds, new Answers(type, answers));
        copies.put(tree, copy);
        return copy;
    }

    private @Nullable Object copied(@Nullable Object answer) {
        if (answer instanceof Tree tree) {
            return of(tree);
        }
        if (answer instanceof List<?> list) {
            List<@Nullable Object> copy = new ArrayList<>();
            list.forEach(one -> copy.add(copied(one)));
            return copy;
        }
        return answer;
    }

    private static @Nullable Object call(Method method, Object on, @Nullable Object... arguments) {
        try {
            return method.invoke(on, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw new IllegalStateException(e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What a tree of a kind has answered. */
    private record Answers(Class<?> type, Map<String, @Nullable Object> answers) implements InvocationHandler {

        @Override
        public @Nullable Object invoke(Object copy, Method method, @Nullable Object @Nullable [] arguments) {
            String name = method.getName();
            if (arguments == null) {
                return name.equals("hashCode") ? (Object) System.identityHashCode(copy) : answers.get(name);
            }
            if (name.equals("equals")) {
                return copy == arguments[0];
            }
            return call(visit(), arguments[0], copy, arguments[1]);
        }

        /** The visitor's method for the kind. */
        private Method visit() {
            for (Method method : TreeVisitor.class.getMethods()) {
                if (method.getParameterTypes()[0] == type) {
                    return method;
                }
            }
            throw new IllegalStateException("no visitor knows " + type);
        }
    }
}
