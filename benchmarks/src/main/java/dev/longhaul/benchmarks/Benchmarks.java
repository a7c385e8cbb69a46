package dev.longhaul.benchmarks;

import dev.longhaul.benchmarks.compile.Case;
import dev.longhaul.benchmarks.compile.ClassPath;
import dev.longhaul.benchmarks.compile.Folder;
import dev.longhaul.benchmarks.compile.Runs;
import dev.longhaul.benchmarks.compile.Sample;
import dev.longhaul.benchmarks.compile.Tool;
import dev.longhaul.benchmarks.compile.Tools;
import dev.longhaul.benchmarks.compile.Variant;
import dev.longhaul.benchmarks.report.Kind;
import dev.longhaul.benchmarks.report.Tables;
import dev.longhaul.benchmarks.report.Times;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Compiles the same number of annotated classes with Longhaul and with other processors, alternating, and prints what each
 * of them adds.
 */
public final class Benchmarks {

    private final BenchmarkOptions options;
    private final List<Tool> tools;
    private final List<Path> classPath;
    private final Path own;
    private final Path folder;

    private Benchmarks(BenchmarkOptions options, Tools all, Path own, Path folder) throws IOException {
        this.options = options;
        this.tools = all.all().stream()
                .filter(tool -> options.tools().isEmpty() || options.tools().contains(tool.name()))
                .toList();
        this.classPath = all.compileClassPath();
        this.own = own;
        this.folder = folder;
    }

    /** Runs it. */
    public static void main(String[] args) throws Exception {
        BenchmarkOptions options = BenchmarkOptions.of(args);
        Path folder = Files.createTempDirectory("longhaul-benchmarks");
        Path own = ClassPath.of(Benchmarks.class);
        try {
            new Benchmarks(options, new Tools(ClassPath.current(), folder, own), own, folder).run();
        } finally {
            Folder.delete(folder);
        }
    }

    private void run() throws IOException, InterruptedException {
        Runs runs = new Runs(folder, own);
        Tables tables = new Tables(tools);
        System.out.println("JDK " + Runtime.version() + ", "
                + Runtime.getRuntime().availableProcessors() + " processors, medians of " + options.rounds() + "\n");
        if (options.cold() > 0) {
            List<Sample> samples = runs.cold(cases(options.cold()), options.rounds());
            String what = "Cold, " + options.cold() + " classes, ";
            for (Kind kind : Kind.values()) {
                print(what + kind.title(), tables.cold(new Times(samples, kind), options.cold()));
            }
        }
        if (options.small() > 0) {
            List<Case> cases = new ArrayList<>(cases(options.small()));
            cases.addAll(cases(options.large()));
            List<Sample> samples = runs.warm(cases, options.warmUps(), options.rounds());
            String what = "Warm, " + options.small() + " and " + options.large() + " classes, ";
            for (Kind kind : Kind.values()) {
                print(what + kind.title(), tables.warm(new Times(samples, kind), options.small(), options.large()));
            }
        }
    }

    private List<Case> cases(int classes) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (Tool tool : tools) {
            for (Variant variant : Variant.values()) {
                Case each = new Case(tool, variant, classes);
                each.prepare(folder, classPath, own);
                cases.add(each);
            }
        }
        return cases;
    }

    private static void print(String title, String table) {
        System.out.println("### " + title + "\n\n" + table);
    }
}
