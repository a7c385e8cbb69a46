package dev.longhaul.processor.read;

import dev.longhaul.processor.model.Located;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Reads the values of an annotation, written or by default, each with its place. */
final class AnnotationReader {

    private static final String UNRESOLVED = "<error>";

    private final Element element;
    private final AnnotationMirror mirror;
    private final Map<String, AnnotationValue> written = new HashMap<>();
    private final Map<String, AnnotationValue> all = new HashMap<>();
    private final Map<String, AnnotationValue> defaults = new HashMap<>();

    AnnotationReader(Elements elements, Element element, AnnotationMirror mirror) {
        this.element = element;
        this.mirror = mirror;
        mirror.getElementValues().forEach((option, value) -> written.put(name(option), value));
        elements.getElementValuesWithDefaults(mirror).forEach((option, value) -> {
            all.put(name(option), value);
            if (option.getDefaultValue() != null) {
                defaults.put(name(option), option.getDefaultValue());
            }
        });
    }

    /** The constant of an enum, as that of one of the model's. */
    <E extends Enum<E>> Located<E> constant(String name, Class<E> type) {
        Located<VariableElement> constant = value(name, VariableElement.class);
        return constant.with(Enum.valueOf(type, constant.value().getSimpleName().toString()));
    }

    /** A value. */
    <T> Located<T> value(String name, Class<T> type) {
        AnnotationValue value = all.get(name);
        if (value == null) {
            throw new IllegalStateException(
                    "@" + mirror.getAnnotationType().asElement().getSimpleName()
                            + " has no option " + name + ", so longhaul-annotations is of another version than"
                            + " longhaul-processor; give both the same");
        }
        if (!type.isInstance(value.getValue()) || isUnresolved(value)) {
            throw new UnreadableException();
        }
        AnnotationValue usual = defaults.get(name);
        return new Located<>(
                type.cast(value.getValue()),
                element,
                mirror,
                written.get(name),
                usual != null && usual.getValue().equals(value.getValue()));
    }

    /** An array of texts. */
    Located<List<String>> texts(String name) {
        return value(name, List.class)
                .with(each(name).stream().map(Located::value).toList());
    }

    /** The texts of an array, each with its own place. */
    List<Located<String>> each(String name) {
        Located<?> array = value(name, List.class);
        List<Located<String>> texts = new ArrayList<>();
        for (Object each : (List<?>) array.value()) {
            if (!(each instanceof AnnotationValue one)
                    || !(one.getValue() instanceof String text)
                    || isUnresolved(one)) {
                throw new UnreadableException();
            }
            texts.add(new Located<>(text, element, mirror, one, false));
        }
        return List.copyOf(texts);
    }

    /** javac gives a text for a constant that it doesn't find; a text that the source has is in quotes here. */
    private static boolean isUnresolved(AnnotationValue value) {
        return value.getValue() instanceof String text
                && text.equals(UNRESOLVED)
                && value.toString().equals(UNRESOLVED);
    }

    private static String name(ExecutableElement option) {
        return option.getSimpleName().toString();
    }
}
