package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;

/** What the two methods do that write and read the values of a type. Null is not their affair. */
interface CodecMethod {

    /** Of a type that has none. */
    CodecMethod NONE = new CodecMethod() {
        @Override
        public CodeBlock write(Codecs codecs) {
            return CodeBlock.of("");
        }

        @Override
        public CodeBlock read(Codecs codecs) {
            return CodeBlock.of("");
        }
    };

    /** The statements that write {@code value} to {@code out}. */
    CodeBlock write(Codecs codecs);

    /** The statements that read a value from {@code in}, and return it. */
    CodeBlock read(Codecs codecs);
}
