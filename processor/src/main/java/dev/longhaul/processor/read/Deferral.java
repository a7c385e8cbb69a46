package dev.longhaul.processor.read;

import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Whether all types that a class mentions in its signatures are there: another processor may still be writing some. */
public final class Deferral {

    private final Symbols symbols;

    /** Looks at the compilation. */
    public Deferral(Symbols symbols) {
        this.symbols = symbols;
    }

    /** Whether the class can be read now. */
    public boolean isReady(TypeElement type) {
        if (!isKnown(type.getSuperclass()) || !type.getInterfaces().stream().allMatch(Deferral::isKnown)) {
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

    private static boolean isKnown(TypeMirror type) {
        if (type.getKind() == TypeKind.ERROR) {
            return false;
        }
        if (type instanceof ArrayType array) {
            return isKnown(array.getComponentType());
        }
        return !(type instanceof DeclaredType declared)
                || declared.getTypeArguments().stream().allMatch(Deferral::isKnown);
    }
}
