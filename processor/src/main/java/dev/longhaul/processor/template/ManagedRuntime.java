package dev.longhaul.processor.template;

import java.util.List;
import javax.lang.model.SourceVersion;

/**
 * The runtimes of Lambda's that run a job.
 *
 * @param names those that may be chosen, the default first
 */
public record ManagedRuntime(List<String> names) {

    /** Those of a job that is compiled for a release of Java. A function of java17 can't be created any more. */
    public static ManagedRuntime of(SourceVersion release) {
        return new ManagedRuntime(number(release) > 21 ? List.of("java25") : List.of("java21", "java25"));
    }

    private static int number(SourceVersion release) {
        String name = release.name();
        return Integer.parseInt(name.substring(name.lastIndexOf('_') + 1));
    }
}
