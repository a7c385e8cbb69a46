package dev.longhaul.benchmarks.compile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Many compilations in one JVM, alternating: each round runs every case once. The arguments are the number of rounds that
 * only warm up, the number of those that count, and a file with a case a line.
 */
final class WarmMain {

    private WarmMain() {}

    public static void main(String[] args) throws Exception {
        int warmUps = Integer.parseInt(args[0]);
        int rounds = Integer.parseInt(args[1]);
        List<Compilation> compilations = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(args[2]))) {
            String[] parts = line.split("\t", 3);
            compilations.add(new Compilation(parts[0], Path.of(parts[1]), Path.of(parts[2])));
        }
        for (int round = 0; round < warmUps + rounds; round++) {
            for (Compilation compilation : compilations) {
                compilation.clear();
                System.gc();
                Sample sample = compilation.time();
                if (round >= warmUps) {
                    System.out.println(sample.line());
                }
            }
        }
    }
}
