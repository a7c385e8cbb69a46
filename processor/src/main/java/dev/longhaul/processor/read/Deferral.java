package dev.longhaul.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import org.jspecify.annotations.Nullable;

/** Whether all types that a class mentions in its signatures are there: another processor may still be writing some. */
public final class Deferral {

    private final Symbols symbols;

    /** Looks at the compilation. */
    public Deferral(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Whether the class can be read now. */
    public boolean isReady(TypeElement type) {
        if (symbols.missingParent(type).isPresent()) {
            return false;
        }
        for (Element member : symbols.members(type)) {
            TypeMirror seen = member.asType();
            boolean known = seen instanceof ExecutableType method
                    ? isKnown(method.getReturnType())
                            && method.getParameterTypes().stream().allMatch(Deferral::isKnown)
                    : isKnown(seen);
            if (!known) {
                return false;
            }
        }
        return true;
    }

    /** Whether a type and those that it is made of are there. */
    static boolean isKnown(@Nullable TypeMirror type) {
        if (type == null) {
            return true;
        }
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        }
        if (type instanceof ArrayType array) {
            return isKnown(array.getComponentType());
        }
        if (type instanceof WildcardType wildcard) {
            return isKnown(wildcard.getExtendsBound()) && isKnown(wildcard.getSuperBound());
        }
        return !(type instanceof DeclaredType declared)
                || declared.getTypeArguments().stream().allMatch(Deferral::isKnown);
    }
}
