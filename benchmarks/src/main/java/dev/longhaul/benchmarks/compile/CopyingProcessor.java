package dev.longhaul.benchmarks.compile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.annotation.processing.SupportedAnnotationTypes;
import javax.annotation.processing.SupportedOptions;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/**
 * Writes for each job copies of the files of another one: what javac takes for these files, whatever processor makes
 * them.
 */
@SupportedAnnotationTypes("dev.longhaul.annotations.LongRunning")
@SupportedOptions(CopyingProcessor.FILES)
public final class CopyingProcessor extends AbstractProcessor {

    static final String FILES = "files";

    /** The class that the files were made of. */
    static final String COPIED = "Sample0";

    private final Map<String, String> files = new TreeMap<>();

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Path folder = Path.of(environment.getOptions().get(FILES));
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        for (TypeElement annotation : annotations) {
            for (Element job : round.getElementsAnnotatedWith(annotation)) {
                for (Map.Entry<String, String> file : files.entrySet()) {
                    write(named(file.getKey(), job), named(file.getValue(), job), job);
                }
            }
        }
        return false;
    }

    private void write(String path, String content, Element job) {
        try (Writer out = create(path, job).openWriter()) {
            out.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private FileObject create(String path, Element job) throws IOException {
        Filer filer = processingEnv.getFiler();
        return path.endsWith(".java")
                ? filer.createSourceFile(path.replace(".java", "").replace('/', '.'), job)
                : filer.createResource(StandardLocation.CLASS_OUTPUT, "", path, job);
    }

    private static String named(String text, Element job) {
        return text.replace(COPIED, job.getSimpleName());
    }
}
