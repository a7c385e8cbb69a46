package dev.longhaul.processor.print;

import java.util.LinkedHashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** The top-level classes that are compiled: only in these, the compiler can show a place. */
public final class Roots {

    private final Set<Element> elements = new LinkedHashSet<>();

    /** Adds those of a round. */
    public void add(Set<? extends Element> ofRound) {
        elements.addAll(ofRound);
    }

    /** Whether an element is in one of them. They are compared by name, since every round may make them anew. */
    boolean contain(Element element) {
        String outermost = outermost(element).toString();
        return elements.stream().anyMatch(root -> root.toString().equals(outermost));
    }

    private static Element outermost(Element element) {
        Element outermost = element;
        for (Element around = element; around != null; around = around.getEnclosingElement()) {
            if (around.getKind() == ElementKind.PACKAGE) {
                return outermost;
            }
            outermost = around;
        }
        return outermost;
    }
}
