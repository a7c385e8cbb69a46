package dev.longhaul.processor;

import static com.google.testing.compile.CompilationSubject.assertThat;
import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** Beans of Lombok's as state: it writes accessors into the classes themselves, in the same round. */
class LombokTest {

    private static final JavaFileObject JOB = Sources.source("p.Job", """
            package p;
            import dev.longhaul.annotations.*;
            import java.util.*;
            import lombok.*;
            @LongRunning
            class Job {
                @State List<Order> orders = new ArrayList<>();
                @State Flags flags = new Flags();
                @State Page<Order> page;
                @Step void step() { orders.remove(0).setId(null); }
                @Terminate boolean isDone() { return orders.isEmpty(); }

                @Data @NoArgsConstructor @AllArgsConstructor
                static class Order { private String id; private List<String> lines; }

                @Getter @Setter
                static class Flags { private boolean isOpen; private Boolean isPaid; private int aB; }

                @Data
                static class Page<T> { private T first; }
            }
            """);

    @Test
    void beansAreSavedThroughTheirAccessorsWhereLombokComesFirst() {
        List<Processor> processors = lombok();
        processors.add(new LongRunningProcessor());

        Compilation compilation = javac().withProcessors(processors)
                .withOptions("-Xlint:all,-processing")
                .compile(JOB);

        assertThat(compilation).succeeded();
        assertThat(compilation.warnings()).isEmpty();
        assertThat(compilation)
                .generatedSourceFile("p.JobHandler")
                .contentsAsUtf8String()
                .contains("bean.setLines(");
        assertThat(compilation)
                .generatedSourceFile("p.JobHandler")
                .contentsAsUtf8String()
                .contains("bean.setOpen(");
    }

    @Test
    void theErrorSaysWhereLombokMustBeWhenItComesLater() {
        List<Processor> processors = lombok();
        processors.add(0, new LongRunningProcessor());

        Compilation compilation = javac().withProcessors(processors).compile(JOB);

        assertThat(compilation.errors()).hasSize(3);
        assertThat(compilation.errors().get(0).getMessage(Locale.ROOT))
                .isEqualTo(
                        "[StateTypeUnsupported] state \"orders\" -> Order.id: java.lang.String cannot be saved (the field"
                                + " has no getter and setter of its type that the handler can call: getId or isId with setId; where Lombok writes it, lombok must stand"
                                + " before longhaul-processor on the processor path). Keep what it is made from instead, or give"
                                + " the field a codec: @State(codec = ...).");
    }

    private static List<Processor> lombok() {
        List<Processor> processors = new ArrayList<>();
        ServiceLoader.load(Processor.class).stream()
                .filter(provider -> provider.type().getName().startsWith("lombok."))
                .forEach(provider -> processors.add(provider.get()));
        assertThat(processors).isNotEmpty();
        return processors;
    }
}
