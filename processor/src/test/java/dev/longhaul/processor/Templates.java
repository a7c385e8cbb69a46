package dev.longhaul.processor;

import static com.google.testing.compile.Compiler.javac;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import javax.tools.JavaFileObject;

/** The templates of jobs. */
final class Templates {

    private Templates() {}

    /** That of a job in the test's resources. */
    static String of(String job, String... options) {
        return compile(Sources.job(job), "jobs." + job, options);
    }

    /** That of a job with options of {@code @LongRunning}. */
    static String ofOptions(String options) {
        return compile(plain(options), "jobs.Plain");
    }

    /** A job with options of {@code @LongRunning}. */
    static JavaFileObject plain(String options) {
        return Sources.source("jobs.Plain", """
                package jobs;

                import dev.longhaul.annotations.*;

                @LongRunning(%s)
                class Plain {
                    @State int done;
                    @Step void work() { done++; }
                    @Terminate boolean finished() { return done > 9; }
                }
                """.formatted(options));
    }

    /** Compiles with options of the compiler. */
    static Compilation compilation(JavaFileObject source, String... options) {
        return javac().withProcessors(new LongRunningProcessor())
                .withOptions((Object[]) options)
                .compile(source);
    }

    private static String compile(JavaFileObject source, String type, String... options) {
        Compilation compilation = compilation(source, options);
        assertThat(compilation.errors()).isEmpty();
        return Sources.resource(compilation, "META-INF/longhaul/" + type + ".template.yaml");
    }
}
