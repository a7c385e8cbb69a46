package dev.longhaul.processor.body;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.lang.reflect.Proxy;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * Looks for the environment behind one that a build tool has wrapped around it. Gradle's is an object with the field
 * {@code delegate}; IntelliJ's is a proxy whose handler holds it, or holds an object that holds it.
 */
final class ProcessingEnvironments {

    private ProcessingEnvironments() {}

    /** The environment within, or null where there is none. */
    static @Nullable ProcessingEnvironment within(ProcessingEnvironment wrapper) {
        if (!Proxy.isProxyClass(wrapper.getClass())) {
            return field(wrapper, ProcessingEnvironment.class);
        }
        Object handler = Proxy.getInvocationHandler(wrapper);
        ProcessingEnvironment held = field(handler, ProcessingEnvironment.class);
        if (held != null) {
            return held;
        }
        for (Field field : handler.getClass().getDeclaredFields()) {
            Object value = read(field, handler);
            ProcessingEnvironment deeper = value == null ? null : field(value, ProcessingEnvironment.class);
            if (deeper != null && deeper != wrapper) {
                return deeper;
            }
        }
        return null;
    }

    /** The first field of an object, inherited ones included, that holds a value of a type. */
    private static <T> @Nullable T field(Object holder, Class<T> wanted) {
        for (Class<?> type = holder.getClass(); type != null; type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                Object value = read(field, holder);
                if (wanted.isInstance(value) && value != holder) {
                    return wanted.cast(value);
                }
            }
        }
        return null;
    }

    private static @Nullable Object read(Field field, Object holder) {
        if (Modifier.isStatic(field.getModifiers()) || field.getType().isPrimitive()) {
            return null;
        }
        try {
            field.setAccessible(true);
            return field.get(holder);
        } catch (ReflectiveOperationException | RuntimeException e) {
            // A wrapper that does not let us look is one that we do without.
            return null;
        }
    }
}
