package dev.longhaul.processor;

import dev.longhaul.processor.write.HandlerFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Writes what the processor makes.
 *
 * @param filer the compiler's filer
 */
record OutputFiles(Filer filer) {

    /** Writes a handler, and answers whether the place of its class was free. */
    boolean write(HandlerFile handler) throws IOException {
        JavaFileObject file;
        try {
            file = filer.createSourceFile(handler.className(), handler.job());
        } catch (FilerException e) {
            // A source or another job has that name.
            return false;
        }
        try (Writer out = file.openWriter()) {
            // In one piece: the compiler's writers have no buffer.
            out.write(handler.text());
        }
        return true;
    }

    /** Writes a file beside the classes that comes of a job. */
    void write(ResourceFile resource, TypeElement job) throws IOException {
        FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource.path(), job);
        try (OutputStream out = file.openOutputStream()) {
            out.write(resource.content().getBytes(StandardCharsets.UTF_8));
        }
    }
}
