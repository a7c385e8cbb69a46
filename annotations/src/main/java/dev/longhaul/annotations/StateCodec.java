package dev.longhaul.annotations;

/**
 * Turns a value of the user's own type into text and back, for a {@link State} field.
 *
 * <p>A codec is made once for each save and each restore, so it needs no thread-safety. It is never given null: a null
 * field is saved as null.
 *
 * @param <T> the field's type
 */
public interface StateCodec<T> {

    /** The value as text; what {@link #decode} makes of it must equal the value. */
    String encode(T value);

    /**
     * The value that {@link #encode} made the text of.
     *
     * @throws IllegalArgumentException when the text is none of this codec's; the chain then fails with the field's name,
     *     and keeps the stored text
     */
    T decode(String text);

    /** Stands for "no codec" in {@link State#codec}; it can't be made. */
    final class None implements StateCodec<Object> {

        private None() {}

        @Override
        public String encode(Object value) {
            throw new AssertionError("None stands for no codec");
        }

        @Override
        public Object decode(String text) {
            throw new AssertionError("None stands for no codec");
        }
    }
}
