package dev.longhaul.benchmarks;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * What the command line says.
 *
 * @param cold how many classes each cold compilation has; 0 leaves the cold ones out
 * @param warm how many classes the warm compilations have, the smallest first; empty leaves the warm ones out
 * @param model how many classes of ten references each the domain model has; 0 leaves it out
 * @param rounds how often each is timed
 * @param warmUps how many rounds of the warm ones do not count
 * @param tools the names of the tools; empty for all
 */
record CompileOptions(int cold, List<Integer> warm, int model, int rounds, int warmUps, List<String> tools) {

    static final String USAGE = """
            --classes N      classes a cold compilation (200; 0: no cold ones)
            --warm N,M       classes of each warm compilation, the fewest first, two or more (50,400; 0: no warm ones)
            --model N        classes of a job's domain model, with ten references each, cold (0: none)
            --rounds N       how often each is timed (5)
            --warm-ups N     how many rounds of the warm ones do not count (3)
            --tools A,B      only these tools (all)
            """;

    static CompileOptions of(List<String> args) {
        int cold = 200;
        List<Integer> warm = List.of(50, 400);
        int model = 0;
        int rounds = 5;
        int warmUps = 3;
        List<String> tools = List.of();
        Iterator<String> rest = args.iterator();
        while (rest.hasNext()) {
            String option = rest.next();
            if (!rest.hasNext()) {
                throw new IllegalArgumentException(option + " needs a value.\n" + USAGE);
            }
            String value = rest.next();
            switch (option) {
                case "--classes" -> cold = Integer.parseInt(value);
                case "--warm" -> warm = numbers(value);
                case "--model" -> model = Integer.parseInt(value);
                case "--rounds" -> rounds = Integer.parseInt(value);
                case "--warm-ups" -> warmUps = Integer.parseInt(value);
                case "--tools" -> tools = List.of(value.split(",", -1));
                default -> throw new IllegalArgumentException(option + " is no option.\n" + USAGE);
            }
        }
        return new CompileOptions(cold, warm, model, rounds, warmUps, tools);
    }

    private static List<Integer> numbers(String text) {
        List<Integer> numbers = new ArrayList<>();
        for (String part : text.split(",", -1)) {
            numbers.add(Integer.parseInt(part));
        }
        if (numbers.equals(List.of(0))) {
            return List.of();
        }
        if (numbers.size() < 2 || !numbers.equals(numbers.stream().sorted().toList())) {
            throw new IllegalArgumentException("--warm has two numbers or more, the smallest first, as 50,400.");
        }
        return numbers;
    }
}
