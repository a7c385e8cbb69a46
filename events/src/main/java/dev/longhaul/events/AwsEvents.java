package dev.longhaul.events;

import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.JsonMappingException;
import com.amazonaws.lambda.thirdparty.com.fasterxml.jackson.databind.JsonMappingException.Reference;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads AWS's event classes, such as {@code SQSEvent} and {@code S3Event}, for generated code: as AWS's own Java runtime
 * does, and by the same library. Thread-safe.
 */
public final class AwsEvents {

    /** Made at the first event of a class, since they take long to make: a hop that continues a chain needs none. */
    private static final ClassValue<PojoSerializer<?>> SERIALIZERS = new ClassValue<>() {
        @Override
        protected PojoSerializer<?> computeValue(Class<?> type) {
            return LambdaEventSerializers.serializerFor(type, type.getClassLoader());
        }
    };

    private AwsEvents() {}

    /**
     * Reads the value that a reader stands on. Fields that the class does not have are passed over, also by a strict reader:
     * AWS adds such fields to its events.
     *
     * @return the event, or null where the value is null
     * @throws dev.longhaul.runtime.state.StateException where the value is no event of that class; its message has the way
     *     to the fault, and nothing of the event
     */
    public static <T> @Nullable T read(Class<T> type, StateReader in) throws IOException {
        String event = in.raw();
        try {
            return type.cast(SERIALIZERS.get(type).fromJson(event));
        } catch (RuntimeException e) {
            Throwable fault = e instanceof UncheckedIOException && e.getCause() != null ? e.getCause() : e;
            throw in.failure("AWS's library can't read it as " + type.getSimpleName() + place(fault), fault);
        }
    }

    /** The way to a fault, without the keys of maps, which are the event's. */
    private static String place(Throwable fault) {
        if (!(fault instanceof JsonMappingException mapping)
                || mapping.getPath().isEmpty()) {
            return "";
        }
        return mapping.getPath().stream().map(AwsEvents::part).collect(Collectors.joining("/", ", at ", ""));
    }

    private static String part(Reference part) {
        String field = part.getFieldName();
        if (field == null) {
            return Integer.toString(part.getIndex());
        }
        return part.getFrom() instanceof Map ? "{key}" : field;
    }
}
