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
final class CompileBenchmark {

    private final CompileOptions options;
    private final Tools all;
    private final List<Tool> tools;
    private final List<Path> classPath;
    private final Path own;
    private final Path folder;

    private CompileBenchmark(CompileOptions options, Tools all, Path own, Path folder) throws IOException {
        this.options = options;
        this.all = all;
        this.tools = all.all().stream()
                .filter(tool -> options.tools().isEmpty() || options.tools().contains(tool.name()))
                .toList();
        this.classPath = all.compileClassPath();
        this.own = own;
        this.folder = folder;
    }

    static void run(List<String> args) throws Exception {
        CompileOptions options = CompileOptions.of(args);
        Path folder = Files.createTempDirectory("longhaul-benchmarks");
        Path own = ClassPath.of(CompileBenchmark.class);
        try {
            new CompileBenchmark(options, new Tools(ClassPath.current(), folder, own), own, folder).run();
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
        if (!options.warm().isEmpty()) {
            List<Case> cases = new ArrayList<>();
            for (int classes : options.warm()) {
                cases.addAll(cases(classes));
            }
            List<Sample> samples = runs.warm(cases, options.warmUps(), options.rounds());
            String what = "Warm, " + options.warm() + " classes, ";
            for (Kind kind : Kind.values()) {
                Times times = new Times(samples, kind);
                print(what + kind.title() + ", added in total", tables.totals(times, options.warm()));
                print(what + kind.title(), tables.warm(times, options.warm()));
            }
        }
        if (options.model() > 0) {
            measureModel(runs);
        }
    }

    /** One job whose state is a domain model: what the processor adds to each of the compilations. */
    private void measureModel(Runs runs) throws IOException, InterruptedException {
        Tool tool = all.model(options.model());
        List<Case> cases = new ArrayList<>();
        for (Variant variant : List.of(Variant.PLAIN, Variant.PROCESSED)) {
            Case each = new Case(tool, variant, options.model());
            each.prepare(folder, classPath, own);
            cases.add(each);
        }
        List<Sample> samples = runs.cold(cases, options.rounds());
        for (Kind kind : Kind.values()) {
            print(
                    "Cold, a model of " + options.model() + " classes, " + kind.title(),
                    Tables.model(new Times(samples, kind), tool, options.model()));
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
