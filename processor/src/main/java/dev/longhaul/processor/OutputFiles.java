package dev.longhaul.processor;

import com.palantir.javapoet.JavaFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes what the processor makes.
 *
 * @param filer the compiler's filer
 */
record OutputFiles(Filer filer) {

    /** Writes a handler, and answers whether the place of its class was free. */
    boolean write(JavaFile handler) throws IOException {
        try {
            handler.writeTo(filer);
            return true;
        } catch (FilerException e) {
            // A source or another job has that name.
            return false;
        }
    }

    /** Writes a file beside the classes that comes of a job. */
    void write(ResourceFile resource, TypeElement job) throws IOException {
        FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource.path(), job);
        try (OutputStream out = file.openOutputStream()) {
            out.write(resource.content().getBytes(StandardCharsets.UTF_8));
        }
    }
}
