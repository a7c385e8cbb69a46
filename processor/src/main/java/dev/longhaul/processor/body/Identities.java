package dev.longhaul.processor.body;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.util.TreeScanner;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.problem.Problem;
import dev.longhaul.processor.problem.ProblemId;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** The rule about saved values that are compared by identity, which no value keeps that has been read back. */
final class Identities extends TreeScanner<@Nullable Void, @Nullable Void> {

    /** Those boxes for which Java has one object a value. */
    private static final Set<String> UNIQUE = Set.of("java.lang.Boolean", "java.lang.Byte");

    private final Code code;
    private final Findings findings;
    private final ExecutableElement method;

    /** Within a condition that compares with {@code equals} too. */
    private int compared;

    private Identities(Code code, Findings findings, ExecutableElement method) {
        this.code = code;
        this.findings = findings;
        this.method = method;
    }

    static void check(Code code, Roles roles, Findings findings) {
        for (ExecutableElement reached : Reach.from(code, roles.later()).methods()) {
            MethodTree body = code.body(reached);
            if (body != null) {
                new Identities(code, findings, reached).scan(body.getBody(), null);
            }
        }
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean condition = tree.getKind() == Kind.CONDITIONAL_AND || tree.getKind() == Kind.CONDITIONAL_OR;
        boolean identity = tree.getKind() == Kind.EQUAL_TO || tree.getKind() == Kind.NOT_EQUAL_TO;
        if (identity && compared == 0) {
            VariableElement left = saved(tree.getLeftOperand());
            VariableElement saved = left == null ? saved(tree.getRightOperand()) : left;
            if (saved != null && isObject(tree.getLeftOperand()) && isObject(tree.getRightOperand())) {
                findings.add(
                        stateComparedByIdentity(
                                Findings.at(method), saved.getSimpleName().toString()),
                        tree);
            }
        }
        boolean both = condition && mentionsEquals(tree);
        compared += both ? 1 : 0;
        super.visitBinary(tree, null);
        compared -= both ? 1 : 0;
        return null;
    }

    private @Nullable VariableElement saved(ExpressionTree operand) {
        VariableElement field = code.variable(operand);
        return field != null && Progress.isSaved(field) && isValue(field.asType()) ? field : null;
    }

    private static boolean isValue(TypeMirror type) {
        return type instanceof DeclaredType declared
                && declared.asElement().getKind() != ElementKind.ENUM
                && ValueKind.of(type).isFixed()
                && UNIQUE.stream().noneMatch(name -> Code.isIn(name, type));
    }

    private boolean isObject(ExpressionTree operand) {
        TypeMirror type = code.type(operand);
        return type instanceof DeclaredType && operand.getKind() != Kind.NULL_LITERAL;
    }

    private boolean mentionsEquals(Tree tree) {
        boolean[] mentions = {false};
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
                ExecutableElement called = code.called(call);
                mentions[0] |= called != null && called.getSimpleName().contentEquals("equals");
                return super.visitMethodInvocation(call, null);
            }
        }.scan(tree, null);
        return mentions[0];
    }

    /**
     * It would be another object.
     *
     * @param field the field that is compared
     */
    private static Problem stateComparedByIdentity(Located<String> method, String field) {
        return Problem.warning(
                ProblemId.StateComparedByIdentity,
                method.value() + " compares the @State field " + field
                        + " by identity, and a value that was read back is never the same object. Compare with equals.",
                method);
    }
}
