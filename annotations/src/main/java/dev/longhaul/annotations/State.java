package dev.longhaul.annotations;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a field that is committed at every checkpoint and restored in the next hop. The field is not private, not final
 * and not static.
 *
 * <p>Saved as they are: primitives and their boxes, {@link String}, enums, {@code java.time}, {@link
 * java.math.BigDecimal}, {@link java.math.BigInteger}, {@link java.util.UUID}, {@code byte[]}, records, {@link
 * java.util.Optional}, arrays, {@link java.util.List}, {@link java.util.Set} and {@link java.util.Map} of those, and
 * plain beans. Any other type goes through a {@link #codec}.
 */
@Documented
@Target(ElementType.FIELD)
@Retention(RetentionPolicy.CLASS)
public @interface State {

    /**
     * The names that the field had in versions whose chains may be alive: their states are restored from what they have
     * under such a name. None of them is the name of another field that is saved, or a former name of one.
     *
     * <p>With this alone, the annotation may also stand on the component of a record and on the field of a bean that are
     * part of a state or of a start event.
     */
    String[] formerly() default {};

    /** Turns a value of a type that Longhaul does not know into text and back; a public no-argument constructor. */
    @SuppressWarnings("rawtypes")
    Class<? extends StateCodec> codec() default StateCodec.None.class;
}
