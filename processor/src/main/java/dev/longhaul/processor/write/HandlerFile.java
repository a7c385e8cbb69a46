package dev.longhaul.processor.write;

import com.palantir.javapoet.JavaFile;
import dev.longhaul.processor.model.Home;
import java.nio.charset.StandardCharsets;
import javax.lang.model.element.TypeElement;

/**
 * A handler's source.
 *
 * @param job the class that it is the handler of
 * @param home where it is written
 * @param text the source, in ASCII: nobody knows in which charset the compiler reads it
 */
public record HandlerFile(TypeElement job, Home home, String text) {

    static HandlerFile of(TypeElement job, Home home, JavaFile source) {
        return new HandlerFile(job, home, ascii(source.toString()));
    }

    /** The qualified name of its class. */
    public String className() {
        return home.handler().canonicalName();
    }

    private static String ascii(String text) {
        if (text.length() == text.getBytes(StandardCharsets.UTF_8).length) {
            // Only those of ASCII take one byte each.
            return text;
        }
        StringBuilder ascii = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char at = text.charAt(i);
            if (at < 128) {
                ascii.append(at);
            } else {
                ascii.append("\\u").append(Integer.toHexString(0x10000 | at).substring(1));
            }
        }
        return ascii.toString();
    }
}
