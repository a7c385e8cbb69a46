package dev.longhaul.runtime;

import dev.longhaul.runtime.children.Brood;
import dev.longhaul.runtime.children.Family;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Makes what stands in the {@code @Children} fields of a job; generated handlers call it. */
public final class ChildFields {

    private final Supplier<Family> family;

    ChildFields(Supplier<Family> family) {
        this.family = family;
    }

    /** For a job object that is looked at outside of a hop: its children can be counted, and neither started nor joined. */
    static ChildFields ofNoHop() {
        Family none = new Family(new NoTies());
        return new ChildFields(() -> none);
    }

    /** Whether a job has a field for children. */
    static boolean areBound(Consumer<ChildFields> binding) {
        Family family = new Family(new NoTies());
        binding.accept(new ChildFields(() -> family));
        return !family.isEmpty();
    }

    /**
     * The children of one field.
     *
     * @param job the name of their job
     * @param maxRunning how many run at a time
     * @param most how many a chain starts in all
     * @param stopWithParent whether they are stopped when their parent is stopped or fails
     * @param input writes their start event
     * @param result reads what they return
     */
    public <R> ChildChains<R> of(
            String job, int maxRunning, int most, boolean stopWithParent, Input<R> input, Result result) {
        Brood brood = family.get().brood(new Brood.Kind(job, maxRunning, most, stopWithParent));
        return new ChildChains<>(family.get(), brood, input, result);
    }

    /**
     * Writes a start event.
     *
     * @param <R> what the child's {@code @OnStart} takes
     */
    public interface Input<R> {

        /** Writes one value. */
        void write(R value, StateWriter out) throws IOException;
    }

    /** Reads a result. */
    public interface Result {

        /** Reads one value, which is null where the child's {@code @OnComplete} returns none. */
        @Nullable
        Object read(StateReader in) throws IOException;
    }
}
