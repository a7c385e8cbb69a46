package dev.longhaul.benchmarks;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param cold how many classes each cold compilation has; 0 leaves the cold ones out
 * @param small how many classes the smaller warm compilations have; 0 leaves the warm ones out
 * @param large how many the larger ones have
 * @param rounds how often each is timed
 * @param warmUps how many rounds of the warm ones do not count
 * @param tools the names of the tools; empty for all
 */
record BenchmarkOptions(int cold, int small, int large, int rounds, int warmUps, List<String> tools) {

    static final String USAGE = """
            --classes N      classes a cold compilation (200; 0: no cold ones)
            --warm N,M       classes the smaller and the larger warm compilation (50,400; 0,0: no warm ones)
            --rounds N       how often each is timed (5)
            --warm-ups N     how many rounds of the warm ones do not count (3)
            --tools A,B      only these tools (all)
            """;

    static BenchmarkOptions of(String[] args) {
        int cold = 200;
        List<Integer> warm = List.of(50, 400);
        int rounds = 5;
        int warmUps = 3;
        List<String> tools = List.of();
        Iterator<String> rest = Arrays.asList(args).iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value.\n" + USAGE);
            }
            String value = rest.next();
            switch (option) {
                case "--classes" -> cold = Integer.parseInt(value);
                case "--warm" -> warm = numbers(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--warm-ups" -> warmUps = Integer.parseInt(value);
                case "--tools" -> tools = List.of(value.split(",", -1));
                default -> throw new IllegalArgumentException(option + " is no option.\n" + USAGE);
            }
        }
        return new BenchmarkOptions(cold, warm.get(0), warm.get(1), rounds, warmUps, tools);
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            numbers.add(Integer.parseInt(part));
        }
        if (numbers.size() != 2 || numbers.get(0) > numbers.get(1)) {
            throw new IllegalArgumentException("--warm has two numbers, the smaller one first, as 50,400.");
        }
        return numbers;
    }
}
