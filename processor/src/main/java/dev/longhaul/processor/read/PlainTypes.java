package dev.longhaul.processor.read;

import java.util.function.Function;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.PrimitiveType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/** Types without the annotations on them and on their parts, which change nothing of how a value is saved. */
final class PlainTypes {

    private final Types types;

    PlainTypes(Types types) {
        this.types = types;
    }

    /** The type without annotations; one that is not there stays as it is. */
    TypeMirror of(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return type;
        }
        if (type instanceof PrimitiveType) {
            return types.getPrimitiveType(type.getKind());
        }
        if (type instanceof ArrayType array) {
            return types.getArrayType(of(array.getComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            return types.getWildcardType(
                    bound(wildcard.getExtendsBound(), WildcardType::getExtendsBound),
                    bound(wildcard.getSuperBound(), WildcardType::getSuperBound));
        }
        return type instanceof DeclaredType declared ? declared(declared) : type;
    }

    /** A bound: where a wildcard was filled into one, what that is bound by in the same way. */
    private @Nullable TypeMirror bound(
            @Nullable TypeMirror bound, Function<WildcardType, @Nullable TypeMirror> sameWay) {
        TypeMirror real = bound instanceof WildcardType wildcard ? sameWay.apply(wildcard) : bound;
        return real == null ? null : of(real);
    }

    private TypeMirror declared(DeclaredType type) {
        TypeElement element = (TypeElement) type.asElement();
        TypeMirror[] arguments = type.getTypeArguments().stream().map(this::of).toArray(TypeMirror[]::new);
        return type.getEnclosingType() instanceof DeclaredType outer
                        && !outer.getTypeArguments().isEmpty()
                ? types.getDeclaredType((DeclaredType) of(outer), element, arguments)
                : types.getDeclaredType(element, arguments);
    }
}
