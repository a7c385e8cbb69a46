package dev.longhaul.processor.read;

import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Verdict;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.problem.Problems;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Reads how a field with a codec is saved, or why the handler can't use that codec. */
final class CodecReader {

    private final Symbols symbols;
    private final ShapeReader shapes;
    private final TypeElement job;

    CodecReader(Symbols symbols, ShapeReader shapes, TypeElement job) {
        this.symbols = symbols;
        this.shapes = shapes;
        this.job = job;
    }

    Verdict read(TypeMirror type, TypeMirror codec) {
        if (codec.getKind() == TypeKind.ERROR) {
            return new Verdict.Unsupported(codec, "", ShapeReader.MISSING);
        }
        TypeElement element = symbols.classOf(codec);
        if (element == null || type.getKind() == TypeKind.ERROR) {
            return new Verdict.Unsupported(type, "", ShapeReader.MISSING);
        }
        if (symbols.unseenPart(type, job).isPresent()) {
            return new Verdict.Unsupported(type, "", ShapeReader.UNSEEN);
        }
        shapes.name(type);
        shapes.name(codec);
        return Obstacle.to(element, job, symbols, false)
                .or(() -> misfit(type, element))
                .<Verdict>map(objection -> new Verdict.Miscoded(type, codec, objection))
                .orElseGet(() -> new Shape.Coded(TypeName.get(type), TypeName.get(codec)));
    }

    private Optional<String> misfit(TypeMirror type, TypeElement codec) {
        if (type.getKind().isPrimitive()) {
            return Optional.of(Problems.plain(type) + " is saved as it is. Remove the codec.");
        }
        Optional<TypeMirror> coded = coded(codec.asType());
        if (type.getKind() == TypeKind.TYPEVAR
                || coded.filter(of -> symbols.types().isSameType(of, type)).isPresent()) {
            return Optional.empty();
        }
        return Optional.of("it is a codec of " + coded.map(Problems::plain).orElse("no certain type")
                + ", and the field is of the type " + Problems.plain(type) + ". Name a StateCodec<"
                + Problems.plain(type) + ">.");
    }

    /** The type that a class is a {@code StateCodec} of. */
    private Optional<TypeMirror> coded(TypeMirror codec) {
        if (Mirrors.isType(codec, Names.STATE_CODEC)) {
            List<? extends TypeMirror> arguments = ((DeclaredType) codec).getTypeArguments();
            return arguments.isEmpty() ? Optional.empty() : Optional.of(arguments.get(0));
        }
        return symbols.types().directSupertypes(codec).stream()
                .flatMap(parent -> coded(parent).stream())
                .findFirst();
    }
}
