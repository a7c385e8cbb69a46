package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.names.Names;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;

/** Reads the names that a field had in earlier versions. */
final class FormerNames {

    private FormerNames() {}

    /** What {@code @State(formerly = ...)} says on a field, or nothing. */
    static Located<List<String>> of(Elements elements, Element field) {
        return Mirrors.find(field, Names.STATE)
                .map(mirror -> new AnnotationReader(elements, field, mirror).texts("formerly"))
                .orElseGet(() -> Located.at(List.of(), field));
    }
}
