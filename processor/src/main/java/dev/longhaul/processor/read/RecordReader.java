package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.Shape.Component;
import dev.longhaul.processor.model.Shape.Unsupported;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads how a record is saved: by its components. */
final class RecordReader {

    private final Symbols symbols;
    private final ShapeReader shapes;

    RecordReader(Symbols symbols, ShapeReader shapes) {
        this.symbols = symbols;
        this.shapes = shapes;
    }

    Shape read(DeclaredType type, TypeElement element, String path) {
        List<Component> components = new ArrayList<>();
        for (RecordComponentElement component : element.getRecordComponents()) {
            String name = component.getSimpleName().toString();
            // Asked of the accessor: a component is no member that a type argument can be filled into.
            TypeMirror seen = symbols.plain(
                    ((ExecutableType) symbols.types().asMemberOf(type, component.getAccessor())).getReturnType());
            Shape shape = shapes.read(seen, ShapeReader.further(path, element, name), component);
            if (shape instanceof Unsupported) {
                return shape;
            }
            components.add(new Component(name, shape));
        }
        return new Shape.Components(type, components);
    }
}
