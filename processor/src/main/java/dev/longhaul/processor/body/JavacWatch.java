package dev.longhaul.processor.body;

import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import dev.longhaul.processor.body.Bodies.Reader;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.print.Messages;
import dev.longhaul.processor.read.Symbols;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import org.jspecify.annotations.Nullable;

/**
 * Waits until javac has resolved the names in a job and in all classes above it that are compiled along. Javac does so with
 * one top-level class after the other, in an order of its own, and rewrites each for its class file soon after: of a class
 * that is resolved before another one of the same job, a copy is kept.
 */
final class JavacWatch implements Bodies.Watch, TaskListener {

    /** A job, and the names of the top-level classes that have its bodies. */
    private record Expected(Job job, String name, Set<String> classes) {}

    private final Trees trees;
    private final Symbols symbols;
    private final Reader reader;
    private final Messages messages;

    /** The jobs that still wait for a class, by its name. */
    private final Map<String, List<Expected>> waiting = new HashMap<>();

    private final Map<String, ResolvedClass> resolved = new LinkedHashMap<>();

    private JavacWatch(Trees trees, Symbols symbols, Reader reader, Messages messages) {
        this.trees = trees;
        this.symbols = symbols;
        this.reader = reader;
        this.messages = messages;
    }

    /** A watch in an environment, or null where that is not javac's own. */
    static @Nullable JavacWatch in(
            ProcessingEnvironment environment, Symbols symbols, Reader reader, Messages messages) {
        try {
            JavacTask task = JavacTask.instance(environment);
            JavacWatch watch = new JavacWatch(Trees.instance(environment), symbols, reader, messages);
            task.addTaskListener(watch);
            return watch;
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    @Override
    public void expect(Job job) {
        Set<String> classes = new LinkedHashSet<>();
        for (TypeElement type : Code.hierarchy(job.type(), symbols.types())) {
            TypeElement outermost = outermost(type);
            if (hasBodies(type) && trees.getTree(outermost) != null) {
                classes.add(outermost.getQualifiedName().toString());
            }
        }
        Expected expected = new Expected(job, job.type().getQualifiedName().toString(), classes);
        classes.forEach(name -> waitingFor(name).add(expected));
    }

    private List<Expected> waitingFor(String name) {
        return waiting.computeIfAbsent(name, first -> new ArrayList<>());
    }

    @Override
    public void finished(TaskEvent event) {
        TypeElement type = event.getTypeElement();
        if (event.getKind() != TaskEvent.Kind.ANALYZE || type == null) {
            return;
        }
        String name = type.getQualifiedName().toString();
        if (!waiting.containsKey(name)) {
            return;
        }
        List<Expected> jobs = List.copyOf(waitingFor(name));
        reader.read(
                type,
                report -> resolved.put(name, ResolvedClass.of(trees, event.getCompilationUnit(), type)),
                messages);
        for (Expected job : jobs) {
            if (resolved.keySet().containsAll(job.classes())) {
                job.classes().forEach(each -> waitingFor(each).remove(job));
                check(job);
            }
        }
        keep(name);
    }

    private void check(Expected expected) {
        List<ResolvedClass> classes =
                expected.classes().stream().map(resolved::get).toList();
        if (classes.stream().anyMatch(ResolvedClass::isMisspelt)) {
            // What a rule finds there may follow from the error.
            return;
        }
        for (ResolvedClass one : classes) {
            // Another round of processing may have made the elements anew.
            TypeElement job = one.type(expected.name());
            if (job != null) {
                JobRules rules =
                        new JobRules(expected.job().options(), new Code(job, classes, symbols), trees, messages);
                reader.read(job, rules, rules.messages());
            }
        }
    }

    /** Keeps a copy of a class for the jobs that still wait for others. */
    private void keep(String name) {
        ResolvedClass live = resolved.remove(name);
        if (live != null && !waitingFor(name).isEmpty()) {
            resolved.put(name, live.copy());
        }
    }

    /** Of interfaces, only those with default methods have any. */
    private static boolean hasBodies(TypeElement type) {
        return !Bodies.isKotlin(type)
                && (type.getKind() != ElementKind.INTERFACE
                        || type.getEnclosedElements().stream()
                                .anyMatch(member -> member.getModifiers().contains(Modifier.DEFAULT)));
    }

    private static TypeElement outermost(TypeElement type) {
        TypeElement outermost = type;
        for (@Nullable Element around = type; around != null; around = around.getEnclosingElement()) {
            if (around instanceof TypeElement wider) {
                outermost = wider;
            }
        }
        return outermost;
    }
}
