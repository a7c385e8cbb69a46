package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Type arguments that no value has: wildcards, and types that only the handler would name. */
class TypeArgumentsTest {

    private static final String END =
            " @State int n; @Step void step() { n++; } @Terminate boolean isDone() { return n > 9; } }";

    @Test
    void theyMayBeWildcards() {
        compiles("""
                record Ref<T>(String key) {}
                static class Id<T extends Number> { long value; }
                record Loop<T extends Comparable<T>>(int n) {}
                @State Ref<?> one;
                @State Map<String, Ref<? extends Number>> some;
                @State List<Ref<? super Integer>> others;
                @State Id<?> id = new Id<>();
                @State Id<? extends Long> bound;
                @State Loop<?> loop;
                """);
    }

    @Test
    void whatHasWildcardsMayHaveItselfAsParts() {
        compiles("""
                record Tag<T>(String name) {}
                record Tree<T>(
                        String key, List<Tree<T>> kids, Tree<T> parent, Optional<Tree<T>> o, Map<String, Set<Tag<T>>> tags) {}
                record Bound<T extends Number & Comparable<T>>(List<Bound<T>> more, Tag<T> tag) {}
                static class Node<T> {
                    Node<T> next;
                    List<Node<T>> kids;
                    private Map<String, Node<T>> named;
                    Map<String, Node<T>> getNamed() { return named; }
                    void setNamed(Map<String, Node<T>> named) { this.named = named; }
                }
                @State Tree<?> tree;
                @State Bound<?> bound;
                @State Node<?> node;
                @State List<Tree<? extends Number>> trees;
                @State Map<Integer, Node<? super Long>> nodes;
                @State Tree<Tree<?>> deep;
                @OnStart void start(Tree<?> event) {}
                @OnComplete Node<?> end() { return node; }
                """);
    }

    @Test
    void aWildcardMayBeBoundByAnother() {
        compiles("""
                record Tag<T>(String name) {}
                record Pair<A, B>(Tag<? extends A> a, Tag<? super B> b, List<Pair<B, A>> turned) {}
                @State Pair<?, ?> any;
                @State Pair<? extends Number, ? super Long> bound;
                @State Pair<? super Long, ? extends Number> turned;
                """);
    }

    @Test
    void oneThatTheHandlerCannotNameIsTold() {
        String types = "record Ref<T>(String key) {} private record Own(int n) {} ";

        assertThat(errors(types + "@State Ref<Own> ref; @State List<Ref<? extends List<Own>>> refs;"))
                .containsExactly(
                        "[StateTypeUnsupported] state \"ref\": p.Job.Own cannot be saved (the class is private, or of"
                                + " another package and not public). Keep what it is made from instead, or give the field"
                                + " a codec: @State(codec = ...).",
                        "[StateTypeUnsupported] state \"refs\": p.Job.Own cannot be saved (the class is private, or of"
                                + " another package and not public). Keep what it is made from instead, or give the field"
                                + " a codec: @State(codec = ...).");
    }

    @Test
    void oneThatIsNotThereIsTheCompilersToTell() {
        assertThat(errors("record Ref<T>(String key) {} @State Ref<Gone> ref; @State List<Ref<? extends Lost>> refs;"))
                .hasSize(2)
                .allMatch(error -> error.contains("cannot find symbol"));
    }

    private static void compiles(String members) {
        Compilation compilation = compile(members);
        assertThat(compilation.errors()).isEmpty();
        assertThat(compilation.warnings()).isEmpty();
    }

    private static Iterable<String> errors(String members) {
        return compile(members).errors().stream()
                .map(error -> error.getMessage(Locale.ROOT))
                .toList();
    }

    private static Compilation compile(String members) {
        return Sources.compile(Sources.source(
                "p.Job",
                "package p; import dev.longhaul.annotations.*; import java.util.*; @LongRunning class Job { " + members
                        + END));
    }
}
