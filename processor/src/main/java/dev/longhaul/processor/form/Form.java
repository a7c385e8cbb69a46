package dev.longhaul.processor.form;

/**
 * How the values of a type are stored, and what is known of what they can be. Types are named as in Java; the constants of an
 * enum and the parts of an object stand once in the {@link StateForm}.
 */
public sealed interface Form {

    /** The form in words, with the simple names of types. */
    String words();

    /** A single value: a primitive, its box, a text, bytes, or a type of the JDK with a text form. */
    record Leaf(String type) implements Form {

        /** Whether it is a primitive, which is never null. */
        public boolean isPrimitive() {
            return Character.isLowerCase(type.charAt(0)) && type.indexOf('.') < 0 && !type.endsWith("[]");
        }

        @Override
        public String words() {
            return simple(type);
        }
    }

    /** The name of an enum's constant. */
    record EnumName(String type) implements Form {
        @Override
        public String words() {
            return simple(type);
        }
    }

    /** A text that a codec of the user's makes of a type. */
    record Coded(String type, String codec) implements Form {
        @Override
        public String words() {
            return simple(type) + " through " + simple(codec);
        }
    }

    /** A collection, restored into a class of that name. */
    record Sequence(String type, Form element) implements Form {
        @Override
        public String words() {
            return simple(type) + "<" + element.words() + ">";
        }
    }

    /** An array. */
    record Array(Form element) implements Form {
        @Override
        public String words() {
            return element.words() + "[]";
        }
    }

    /** An Optional. */
    record Maybe(Form element) implements Form {
        @Override
        public String words() {
            return "Optional<" + element.words() + ">";
        }
    }

    /** A map, restored into a class of that name. */
    record Mapping(String type, Form key, Form value) implements Form {
        @Override
        public String words() {
            return simple(type) + "<" + key.words() + ", " + value.words() + ">";
        }
    }

    /** A record or a bean: an object of its parts. */
    record Composed(String type) implements Form {
        @Override
        public String words() {
            return simple(type);
        }
    }

    /** A type's name without packages and without the classes around it. */
    static String simple(String type) {
        return type.replaceAll("(?U)[\\w$.]+\\.(?=[\\w$])", "");
    }
}
