package dev.longhaul.processor;

import dev.longhaul.processor.write.HandlerFile;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import javax.annotation.processing.Filer;
import javax.annotation.processing.FilerException;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/**
 * Writes what the processor makes.
 *
 * @param filer the compiler's filer
 * @param elements the compiler's elements
 */
record OutputFiles(Filer filer, Elements elements) {

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
        try (OutputStream out = create(resource, job).openOutputStream()) {
            out.write(resource.content().getBytes(StandardCharsets.UTF_8));
        }
    }

    private FileObject create(ResourceFile resource, TypeElement job) throws IOException {
        try {
            return filer.createResource(StandardLocation.CLASS_OUTPUT, "", resource.path(), job);
        } catch (FilerException e) {
            // A compilation of several modules asks of which one the file is; others do not all take an answer.
            ModuleElement module = elements.getModuleOf(job);
            if (module == null || module.isUnnamed()) {
                throw e;
            }
            return filer.createResource(
                    StandardLocation.CLASS_OUTPUT, module.getQualifiedName() + "/", resource.path(), job);
        }
    }
}
