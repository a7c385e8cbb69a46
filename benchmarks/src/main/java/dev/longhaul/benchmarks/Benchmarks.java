package dev.longhaul.benchmarks;

import dev.longhaul.benchmarks.run.CheckpointBenchmark;
import dev.longhaul.benchmarks.run.ColdBenchmark;
import dev.longhaul.benchmarks.run.StepBenchmark;
import java.util.List;

/** Runs the benchmark that the first argument names; the other arguments are its options. */
public final class Benchmarks {

    private static final String USAGE = """
            compile ...             what the processor adds to a compilation, beside other processors
            """ + CompileOptions.USAGE.indent(4) + """
            step                    what Longhaul adds to a step, beside bare calls
            checkpoint [COUNT]      a checkpoint in PostgreSQL, beside a bare UPDATE (500 of each)
            cold [COUNT]            from the start of a process to the first step (11 of each)
            """;

    private Benchmarks() {}

    /** Runs it; without an argument, the first one. */
    public static void main(String[] args) throws Exception {
        List<String> all = List.of(args);
        if (all.isEmpty() || all.get(0).startsWith("--")) {
            CompileBenchmark.run(all);
            return;
        }
        List<String> options = all.subList(1, all.size());
        switch (all.get(0)) {
            case "compile" -> CompileBenchmark.run(options);
            case "step" -> StepBenchmark.run();
            case "checkpoint" -> CheckpointBenchmark.run(count(options, 500));
            case "cold" -> ColdBenchmark.run(count(options, 11));
            default -> throw new IllegalArgumentException(all.get(0) + " is no benchmark.\n" + USAGE);
        }
    }

    private static int count(List<String> options, int otherwise) {
        return options.isEmpty() ? otherwise : Integer.parseInt(options.get(0));
    }
}
