package dev.longhaul.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

/** Another processor, that writes sources: one in each round. */
final class LateSources extends AbstractProcessor {

    private final Map<String, String> sources;
    private int round;

    /** Sources by the names of their types. */
    LateSources(Map<String, String> sources) {
        this.sources = sources;
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return Set.of("*");
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment environment) {
        sources.keySet().stream().sorted().skip(round).limit(1).forEach(this::write);
        round++;
        return false;
    }

    private void write(String type) {
        try (Writer out = processingEnv.getFiler().createSourceFile(type).openWriter()) {
            out.write(sources.get(type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
