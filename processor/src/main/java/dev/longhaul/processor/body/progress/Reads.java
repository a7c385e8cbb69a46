package dev.longhaul.processor.body.progress;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.EnhancedForLoopTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.InstanceOfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.SynchronizedTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.Tree.Kind;
import com.sun.source.tree.TypeCastTree;
import com.sun.source.tree.UnaryTree;
import dev.longhaul.processor.body.flow.Helpers;
import dev.longhaul.processor.body.value.Lookup;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import org.jspecify.annotations.Nullable;

/**
 * The fields that decide what a terminate method answers. It ends at the first thing that could look anywhere else: the
 * context, the time, another object, a method that is not the job's own.
 */
final class Reads extends ScopedScanner {

    private final Helpers helpers;
    private final Map<Name, VariableElement> fields = new LinkedHashMap<>();
    private final Set<Tree> seen = new HashSet<>();
    private Set<Name> foreign = Set.of();

    private Reads(Lookup lookup, Helpers helpers, TypeElement site) {
        super(lookup, site);
        this.helpers = helpers;
    }

    /** What a terminate method reads, or null where it may read something besides the job's fields. */
    static @Nullable Reads of(ExecutableElement terminate, Lookup lookup, Helpers helpers) {
        if (!(terminate.getEnclosingElement() instanceof TypeElement owner)) {
            return null;
        }
        Reads reads = new Reads(lookup, helpers, owner);
        Set<Name> context = new HashSet<>();
        for (VariableElement parameter : terminate.getParameters()) {
            context.add(parameter.getSimpleName());
        }
        reads.follow(terminate, context);
        return reads.isOver() ? null : reads;
    }

    /** The fields, by name. */
    Map<Name, VariableElement> fields() {
        return fields;
    }

    /** The methods that were looked at: they change nothing. */
    Set<Tree> looked() {
        return seen;
    }

    private void follow(@Nullable ExecutableElement method, Set<Name> context) {
        if (method == null || !(method.getEnclosingElement() instanceof TypeElement owner)) {
            end();
            return;
        }
        MethodTree tree = lookup().declarations().of(method);
        if (tree == null || tree.getBody() == null) {
            end();
            return;
        }
        if (!seen.add(tree)) {
            return;
        }
        Set<Name> before = foreign;
        foreign = context;
        scanIn(owner, tree);
        foreign = before;
    }

    @Override
    public @Nullable Void visitIdentifier(IdentifierTree tree, @Nullable Void unused) {
        Name name = tree.getName();
        if (isLocal(name)) {
            endUnless(!foreign.contains(name));
            return null;
        }
        VariableElement field = lookup().field(site(), name);
        endUnless(field != null && read(field) != FieldKind.CONTAINER_OF_OBJECTS);
        return null;
    }

    private void endUnless(boolean sure) {
        if (!sure) {
            end();
        }
    }

    /** Notes a field, and ends where it can change without the job. */
    private FieldKind read(VariableElement field) {
        if (field.getKind() == ElementKind.ENUM_CONSTANT) {
            return FieldKind.OWN_VALUE;
        }
        FieldKind kind = FieldKind.of(field.asType());
        Set<Modifier> modifiers = field.getModifiers();
        boolean open = kind == FieldKind.OPEN;
        if (modifiers.contains(Modifier.STATIC)) {
            open |= !modifiers.contains(Modifier.FINAL) || !kind.isValue();
        } else {
            fields.put(field.getSimpleName(), field);
        }
        endUnless(!open);
        return kind;
    }

    @Override
    public @Nullable Void visitMemberSelect(MemberSelectTree tree, @Nullable Void unused) {
        ExpressionTree left = tree.getExpression();
        VariableElement field = field(tree);
        if (field != null) {
            endUnless(read(field) != FieldKind.CONTAINER_OF_OBJECTS);
            return null;
        }
        TypeElement type = type(left);
        if (type != null) {
            VariableElement constant = lookup().fieldOf(type, tree.getIdentifier());
            endUnless(constant != null
                    && constant.getModifiers().contains(Modifier.STATIC)
                    && read(constant).isValue());
            return null;
        }
        VariableElement array = field(left);
        endUnless(lookup().words().isLength(tree.getIdentifier()) && array != null && read(array) != FieldKind.OPEN);
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree tree, @Nullable Void unused) {
        scan(tree.getArguments(), null);
        if (isOver()) {
            return null;
        }
        if (helpers.ownName(tree) != null) {
            // What a helper takes comes from what was looked at already.
            follow(helpers.called(site(), tree), Set.of());
        } else if (tree.getMethodSelect() instanceof MemberSelectTree select) {
            call(select);
        } else {
            end();
        }
        return null;
    }

    private void call(MemberSelectTree select) {
        ExpressionTree receiver = select.getExpression();
        String method = select.getIdentifier().toString();
        TypeElement type = type(receiver);
        if (type != null) {
            endUnless(PureCalls.isStatic(type, method));
            return;
        }
        VariableElement field = field(receiver);
        if (field == null) {
            endUnless(PureCalls.looks(method) || PureCalls.views(method));
            scan(receiver, null);
            return;
        }
        boolean pure = switch (read(field)) {
            case VALUE -> true;
            case OWN_VALUE -> PureCalls.ofEnums(method) || FieldKind.isComponent(field.asType(), method);
            case CONTAINER -> PureCalls.looks(method) || PureCalls.views(method);
            case CONTAINER_OF_OBJECTS -> PureCalls.counts(method);
            case OPEN -> false;
        };
        endUnless(pure);
    }

    @Override
    public @Nullable Void visitBinary(BinaryTree tree, @Nullable Void unused) {
        boolean identity = tree.getKind() == Kind.EQUAL_TO || tree.getKind() == Kind.NOT_EQUAL_TO;
        operand(tree.getLeftOperand(), identity);
        operand(tree.getRightOperand(), identity);
        return null;
    }

    private void operand(ExpressionTree tree, boolean identity) {
        VariableElement field = identity ? field(tree) : null;
        if (field == null) {
            scan(tree, null);
        } else {
            read(field);
        }
    }

    @Override
    public @Nullable Void visitEnhancedForLoop(EnhancedForLoopTree tree, @Nullable Void unused) {
        scan(tree.getExpression(), null);
        return super.visitEnhancedForLoop(tree, null);
    }

    @Override
    public @Nullable Void visitCase(CaseTree tree, @Nullable Void unused) {
        // The names in its labels are enum constants, which are not in scope by themselves.
        if (tree.getExpressions().isEmpty() && !tree.toString().startsWith("default")) {
            end();
        }
        return tree.getBody() == null ? scan(tree.getStatements(), null) : scan(tree.getBody(), null);
    }

    @Override
    public @Nullable Void visitAssignment(AssignmentTree tree, @Nullable Void unused) {
        target(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitCompoundAssignment(CompoundAssignmentTree tree, @Nullable Void unused) {
        target(tree.getVariable());
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitUnary(UnaryTree tree, @Nullable Void unused) {
        switch (tree.getKind()) {
            case PREFIX_INCREMENT, PREFIX_DECREMENT, POSTFIX_INCREMENT, POSTFIX_DECREMENT ->
                target(tree.getExpression());
            default -> scan(tree.getExpression(), null);
        }
        return null;
    }

    /** A terminate method that changes a field makes its own progress. */
    private void target(ExpressionTree variable) {
        if (!(bare(variable) instanceof IdentifierTree identifier) || !isLocal(identifier.getName())) {
            end();
        }
    }

    @Override
    public @Nullable Void visitMemberReference(MemberReferenceTree tree, @Nullable Void unused) {
        TypeElement type = type(tree.getQualifierExpression());
        if (type == null || !PureCalls.isStatic(type, tree.getName().toString())) {
            end();
        }
        return null;
    }

    @Override
    public @Nullable Void visitTypeCast(TypeCastTree tree, @Nullable Void unused) {
        return scan(tree.getExpression(), null);
    }

    @Override
    public @Nullable Void visitInstanceOf(InstanceOfTree tree, @Nullable Void unused) {
        end();
        return null;
    }

    @Override
    public @Nullable Void visitThrow(ThrowTree tree, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitSynchronized(SynchronizedTree tree, @Nullable Void unused) {
        return scan(tree.getBlock(), null);
    }

    @Override
    public @Nullable Void visitNewClass(NewClassTree tree, @Nullable Void unused) {
        end();
        return null;
    }

    @Override
    public @Nullable Void visitClass(ClassTree tree, @Nullable Void unused) {
        end();
        return null;
    }
}
