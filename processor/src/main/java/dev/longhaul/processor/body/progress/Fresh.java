package dev.longhaul.processor.body.progress;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import java.util.Locale;
import java.util.Set;

/** Which expressions make a value that nobody else has, and that is the same whenever they are evaluated. */
final class Fresh {

    private static final Set<String> FACTORIES =
            Set.of("Duration", "EnumSet", "List", "LocalDate", "Map", "Optional", "Set");

    private Fresh() {}

    /** Whether nobody else has the container that an expression makes. */
    static boolean isFresh(ExpressionTree tree) {
        ExpressionTree bare = ScopedScanner.bare(tree);
        if (bare instanceof NewClassTree creation) {
            return isContainer(creation);
        }
        return bare instanceof NewArrayTree || bare instanceof LiteralTree || isFactory(bare);
    }

    /** Whether an expression gives the same in every hop. */
    static boolean isSteady(ExpressionTree tree) {
        ExpressionTree bare = ScopedScanner.bare(tree);
        if (bare instanceof NewClassTree creation) {
            return isContainer(creation) && areSteady(creation.getArguments());
        }
        if (bare instanceof NewArrayTree array) {
            return array.getInitializers() == null || areSteady(array.getInitializers());
        }
        if (bare instanceof UnaryTree unary) {
            return unary.getExpression() instanceof LiteralTree;
        }
        return bare instanceof LiteralTree
                || isConstantName(bare)
                || (isFactory(bare) && areSteady(((MethodInvocationTree) bare).getArguments()));
    }

    private static boolean isContainer(NewClassTree creation) {
        Tree type = creation.getIdentifier();
        Tree plain = type instanceof ParameterizedTypeTree parameterized ? parameterized.getType() : type;
        return creation.getClassBody() == null && FieldKind.isContainer(plain.toString());
    }

    private static boolean areSteady(Iterable<? extends ExpressionTree> trees) {
        for (ExpressionTree tree : trees) {
            if (!isSteady(tree)) {
                return false;
            }
        }
        return true;
    }

    /** An enum constant, or another that is written like one. */
    private static boolean isConstantName(ExpressionTree tree) {
        return tree instanceof MemberSelectTree select
                && select.getExpression() instanceof IdentifierTree
                && select.getIdentifier()
                        .toString()
                        .equals(select.getIdentifier().toString().toUpperCase(Locale.ROOT));
    }

    private static boolean isFactory(ExpressionTree tree) {
        return tree instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && select.getIdentifier().contentEquals("of")
                && FACTORIES.contains(select.getExpression().toString());
    }
}
