package dev.longhaul.processor;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Arrays;
import java.util.Set;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** The processor in a compiler one of whose calls fails: no source makes the real one do that. */
final class FailingCompiler extends AbstractProcessor {

    private final Processor processor = new LongRunningProcessor();
    private final String method;
    private final String argument;
    private final Throwable failure;

    private FailingCompiler(String method, String argument, Throwable failure) {
        this.method = method;
        this.argument = argument;
        this.failure = failure;
    }

    /** Fails a call of {@code Elements}, {@code Types} or {@code Filer} that has an argument with that text. */
    static Processor on(String method, String argument, Throwable failure) {
        return new FailingCompiler(method, argument, failure);
    }

    /** The same, with an exception as a defect would throw it. */
    static Processor on(String method, String argument) {
        return on(method, argument, new IllegalStateException("the compiler was made to fail"));
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        return processor.getSupportedAnnotationTypes();
    }

    @Override
    public Set<String> getSupportedOptions() {
        return processor.getSupportedOptions();
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return processor.getSupportedSourceVersion();
    }

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        Elements elements = failing(Elements.class, environment.getElementUtils());
        Types types = failing(Types.class, environment.getTypeUtils());
        Filer filer = failing(Filer.class, environment.getFiler());
        processor.init(proxy(ProcessingEnvironment.class, (proxy, called, arguments) -> switch (called.getName()) {
            case "getElementUtils" -> elements;
            case "getTypeUtils" -> types;
            case "getFiler" -> filer;
            default -> called.invoke(environment, arguments);
        }));
    }

    @Override
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        processor.process(annotations, round);
        return false;
    }

    private <T> T failing(Class<T> type, T real) {
        return proxy(type, (proxy, called, arguments) -> {
            if (called.getName().equals(method)
                    && Arrays.stream(arguments)
                            .anyMatch(given -> String.valueOf(given).equals(argument))) {
                throw failure;
            }
            try {
                return called.invoke(real, arguments);
            } catch (InvocationTargetException e) {
                throw e.getCause();
            }
        });
    }

    private static <T> T proxy(Class<T> type, InvocationHandler handler) {
        return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }
}
