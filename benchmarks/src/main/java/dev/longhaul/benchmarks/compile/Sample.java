package dev.longhaul.benchmarks.compile;

/**
 * What one compilation took.
 *
 * @param id the id of its case
 * @param wall nanoseconds from its start to its end
 * @param cpu nanoseconds of all processors that its process used for it, the compiling of its own bytecode included
 */
public record Sample(String id, long wall, long cpu) {

    /** The line that {@link #parse} reads. */
    String line() {
        return id + " " + wall + " " + cpu;
    }

    static Sample parse(String line) {
        String[] parts = line.split(" ", 3);
        return new Sample(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
