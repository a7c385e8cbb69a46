package dev.longhaul.benchmarks.compile;

import dev.longhaul.benchmarks.sources.SampleSource;
import java.nio.file.Path;
import java.util.List;

/**
 * An annotation processor that is measured.
 *
 * @param name what it is called
 * @param processor the processor's class
 * @param processorPath the jars that it needs
 * @param options what javac is told besides
 * @param source what it processes
 */
public record Tool(String name, String processor, List<Path> processorPath, List<String> options, SampleSource source) {

    /** One that needs no options. */
    Tool(String name, String processor, List<Path> processorPath, SampleSource source) {
        this(name, processor, processorPath, List.of(), source);
    }
}
