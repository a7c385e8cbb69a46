package dev.longhaul.processor.print;

import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;

/** The top-level classes that are compiled: only in these, the compiler can show a place. */
public final class Roots {

    /** Their names, since every round may make the elements anew. */
    private final Set<String> names = new HashSet<>();

    /** Adds those of a round. */
    public void add(Set<? extends Element> ofRound) {
        for (Element root : ofRound) {
            names.add(root.toString());
        }
    }

    /** Their names. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /** Whether an element is in one of them. */
    boolean contain(Element element) {
        return names.contains(outermost(element).toString());
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
