package dev.longhaul.processor.read;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import org.jspecify.annotations.Nullable;

/**
 * The classes that are there, by name. All jobs of a package ask for the same, and the compiler looks again each time for one
 * that is not there: it is asked once in a round. Not thread-safe.
 */
public final class Sight {

    private record Asked(String name, @Nullable ModuleElement from) {}

    private final Elements elements;
    private final Map<Asked, Optional<TypeElement>> found = new HashMap<>();

    /** What a compiler sees. */
    public Sight(Elements elements) {
        this.elements = elements;
    }

    /** Forgets what was found: in a new round, another processor may have written more. */
    public void clear() {
        found.clear();
    }

    /** The class of a name that a module sees, or null. To ask for it in all modules takes long. */
    @Nullable
    TypeElement find(String name, @Nullable ModuleElement from) {
        return found.computeIfAbsent(
                        new Asked(name, from),
                        asked -> Optional.ofNullable(
                                from == null ? elements.getTypeElement(name) : elements.getTypeElement(from, name)))
                .orElse(null);
    }
}
