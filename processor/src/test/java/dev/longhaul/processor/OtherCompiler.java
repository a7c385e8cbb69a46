package dev.longhaul.processor;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The processor in a compiler that is not javac, as far as it can see: one that shows no sources. */
final class OtherCompiler extends AbstractProcessor {

    private final Processor processor = new LongRunningProcessor();

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        processor.init(new Closed(environment));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        processor.process(annotations, round);
        return false;
    }

    /** An environment that keeps javac's where no one looks. */
    private static final class Closed implements ProcessingEnvironment {

        private final ProcessingEnvironment[] hidden;

        Closed(ProcessingEnvironment environment) {
            hidden = new ProcessingEnvironment[] {environment};
        }

        @Override
        public Map<String, String> getOptions() {
            return hidden[0].getOptions();
        }

        @Override
        public Messager getMessager() {
            return hidden[0].getMessager();
        }

        @Override
        public Filer getFiler() {
            return hidden[0].getFiler();
        }

        @Override
        public Elements getElementUtils() {
            return hidden[0].getElementUtils();
        }

        @Override
        public Types getTypeUtils() {
            return hidden[0].getTypeUtils();
        }

        @Override
        public SourceVersion getSourceVersion() {
            return hidden[0].getSourceVersion();
        }

        @Override
        public Locale getLocale() {
            return hidden[0].getLocale();
        }
    }
}
