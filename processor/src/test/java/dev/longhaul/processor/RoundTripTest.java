package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.testing.compile.Compilation;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every type of state, written and read back by a handler that was compiled here. */
class RoundTripTest {

    private static Class<?> type;
    private static Object handler;

    @BeforeAll
    static void compile() throws Exception {
        Compilation compilation = Sources.compile(Sources.job("AllTypes"));
        assertThat(compilation.errors()).isEmpty();
        ClassLoader loader = Sources.loader(compilation);
        type = loader.loadClass("jobs.AllTypes");
        handler = loader.loadClass("jobs.AllTypesHandler").getConstructor().newInstance();
    }

    @Test
    void everyTypeComesBack() throws Exception {
        Object filled = call(type, null, "filled");

        Object restored = restore(save(filled));

        Map<String, Object> expected = values(filled);
        values(restored).forEach((field, value) -> assertThat(value).as(field).isEqualTo(expected.get(field)));
    }

    @Test
    void nullsAndDefaultsComeBack() throws Exception {
        Object empty = create();

        assertThat(values(restore(save(empty)))).isEqualTo(values(empty));
    }

    @Test
    void aMissingFieldKeepsItsDefaultAndAnUnknownOneIsPassedOver() throws Exception {
        Object restored = restore("{\"gone\":[{}],\"int32\":7}");

        assertThat(values(restored)).containsEntry("int32", 7).containsEntry("string", null);
    }

    @Test
    void aValueThatDoesNotFitIsNamed() {
        assertThatThrownBy(() -> restore("{\"color\":\"BLUE\"}"))
                .hasMessage("\"color\": the text is no Color (java.lang.IllegalArgumentException)");
        assertThatThrownBy(() -> restore("{\"list\":[1,\"two\"]}"))
                .hasMessage("\"list/1\": a whole number was expected, but this is a string");
        assertThatThrownBy(() -> restore("{\"tree\":{\"next\":{\"children\":7}}}"))
                .hasMessage("\"tree/next/children\": an array was expected, but this is a number");
        assertThatThrownBy(() -> restore("{\"byDate\":{\"yesterday\":[]}}"))
                .hasMessage("\"byDate/{key}\": the key is no LocalDate");
        assertThatThrownBy(() -> restore("{\"counter\":\"no hex\"}"))
                .hasMessage("\"counter\": the text is no AtomicLong (java.lang.NumberFormatException)");
    }

    private static Object create() throws Exception {
        Constructor<?> constructor = type.getDeclaredConstructor();
        return constructor.newInstance();
    }

    private static String save(Object job) throws Exception {
        StateWriter out = new StateWriter();
        call(handler.getClass(), handler, "writeState", job, out);
        return out.finish();
    }

    private static Object restore(String state) throws Exception {
        Object job = create();
        call(handler.getClass(), handler, "readState", job, new StateReader(state));
        return job;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Object job) throws Exception {
        return (Map<String, Object>) call(type, null, "values", job);
    }

    private static Object call(Class<?> owner, Object target, String name, Object... arguments) throws Exception {
        for (Method method : owner.getDeclaredMethods()) {
            if (method.getName().equals(name) && !method.isBridge() && method.getParameterCount() == arguments.length) {
                method.setAccessible(true);
                try {
                    return method.invoke(target, arguments);
                } catch (InvocationTargetException e) {
                    if (e.getCause() instanceof Exception cause) {
                        throw cause;
                    }
                    throw e;
                }
            }
        }
        throw new NoSuchMethodException(name);
    }
}
