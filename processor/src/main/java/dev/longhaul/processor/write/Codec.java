package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import org.jspecify.annotations.Nullable;

/**
 * How the values of one shape are written and read: by one call of the runtime's writer or reader where there is one, else
 * by a method of the handler.
 *
 * @param type the type of the values
 * @param words the name of the type in the names of methods
 * @param writer the call of the writer that writes one, up to the value, or null
 * @param reader the call of the reader that reads one, or null
 * @param method what methods of the handler's do, where one is needed
 */
record Codec(
        TypeName type,
        String words,
        @Nullable CodeBlock writer,
        @Nullable CodeBlock reader,
        CodecMethod method) {

    /** A codec of values that the runtime knows by itself. */
    static Codec known(TypeName type, String writer, CodeBlock reader) {
        return new Codec(type, "", CodeBlock.of("$L(", writer), reader, CodecMethod.NONE);
    }
}
