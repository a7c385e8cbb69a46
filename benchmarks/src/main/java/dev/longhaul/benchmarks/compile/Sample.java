package dev.longhaul.benchmarks.compile;

/**
 * What one compilation took.
 *
 * @param id the id of its case
 * @param wall nanoseconds from its start to its end
 * @param thread nanoseconds of CPU of the thread that compiled: the wall time of a machine that has nothing else to do
 * @param cpu nanoseconds of CPU of the whole process: with the JVM's own threads, which compile bytecode to machine code
 */
public record Sample(String id, long wall, long thread, long cpu) {

    /** The line that {@link #parse} reads. */
    String line() {
        return id + " " + wall + " " + thread + " " + cpu;
    }

    static Sample parse(String line) {
        String[] parts = line.split(" ", 4);
        return new Sample(parts[0], Long.parseLong(parts[1]), Long.parseLong(parts[2]), Long.parseLong(parts[3]));
    }
}
