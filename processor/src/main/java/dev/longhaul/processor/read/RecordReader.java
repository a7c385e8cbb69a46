package dev.longhaul.processor.read;

import com.palantir.javapoet.TypeName;
import dev.longhaul.processor.model.Composite;
import dev.longhaul.processor.model.Composite.Component;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Verdict;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads how a record is saved: by its components. */
final class RecordReader {

    private final Symbols symbols;
    private final ShapeReader shapes;

    RecordReader(Symbols symbols, ShapeReader shapes) {
        this.symbols = symbols;
        this.shapes = shapes;
    }

    Parts read(DeclaredType type, TypeElement element, String path) {
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            // Asked of the accessor: a component is no member that a type argument can be filled into.
            TypeMirror seen = symbols.plain(
                    ((ExecutableType) symbols.types().asMemberOf(type, component.getAccessor())).getReturnType());
            Verdict verdict = shapes.read(seen, ShapeReader.further(path, element, name), component);
            if (!(verdict instanceof Shape shape)) {
                return new Parts.Unknown(verdict);
            }
            components.add(new Component(name, shape, FormerNames.of(symbols.elements(), field(element, name))));
        }
        return new Parts.Known(new Composite.Components(TypeName.get(type), components));
    }

    /** The field of a component, on which its annotations for fields are. */
    private static Element field(TypeElement type, String name) {
        return ElementFilter.fieldsIn(type.getEnclosedElements()).stream()
                .filter(field -> field.getSimpleName().contentEquals(name))
                .<Element>map(field -> field)
                .findFirst()
                .orElse(type);
    }
}
