package dev.longhaul.benchmarks.sources;

/** The text of a class that a tool processes. */
public interface SampleSource {

    /**
     * One class.
     *
     * @param name its simple name
     */
    String of(String name);
}
