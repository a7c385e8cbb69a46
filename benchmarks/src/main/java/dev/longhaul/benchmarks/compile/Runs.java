package dev.longhaul.benchmarks.compile;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Runs cases in JVMs of their own, and gathers their times. */
public final class Runs {

    private final Path folder;
    private final Path own;

    /**
     * Runs.
     *
     * @param folder the folder of the run
     * @param own where the classes of this program are
     */
    public Runs(Path folder, Path own) {
        this.folder = folder;
        this.own = own;
    }

    /** Every case once in each round, each time in a fresh JVM. */
    public List<Sample> cold(List<Case> cases, int rounds) throws IOException, InterruptedException {
        List<Sample> samples = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (Case each : cases) {
                each.compilation(folder).clear();
                List<String> printed = new ArrayList<>();
                long wall = System.nanoTime();
                run(
                        printed::add,
                        ColdMain.class,
                        each.id(),
                        each.arguments(folder).toString(),
                        each.output(folder).toString());
                wall = System.nanoTime() - wall;
                samples.add(Sample.parse(each.id() + " " + wall + " " + printed.get(0)));
            }
        }
        return samples;
    }

    /** Every case once in each round, all in one JVM. */
    public List<Sample> warm(List<Case> cases, int warmUps, int rounds) throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (Case each : cases) {
            lines.add(each.id() + "\t" + each.arguments(folder) + "\t" + each.output(folder));
        }
        Path plan = Files.write(folder.resolve("warm.plan"), lines);
        List<Sample> samples = new ArrayList<>();
        run(
                line -> samples.add(Sample.parse(line)),
                WarmMain.class,
                String.valueOf(warmUps),
                String.valueOf(rounds),
                plan.toString());
        return samples;
    }

    private void run(Consumer<String> line, Class<?> main, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms1g",
                "-Xmx1g",
                "-XX:+UseSerialGC",
                "-classpath",
                own.toString(),
                main.getName()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = process.inputReader()) {
            out.lines().forEach(line);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("the JVM of " + main.getSimpleName() + " failed");
        }
    }
}
