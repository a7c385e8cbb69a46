package dev.longhaul.processor;

import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;

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
    private static final class Closed extends PassingEnvironment {

        private final ProcessingEnvironment[] hidden;

        Closed(ProcessingEnvironment environment) {
            hidden = new ProcessingEnvironment[] {environment};
        }

        @Override
        ProcessingEnvironment real() {
            return hidden[0];
        }
    }
}
