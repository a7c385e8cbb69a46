package dev.longhaul.benchmarks.sources;

/** A value of the same six properties, with a builder: what AutoValue advises for as many. */
public final class AutoValueBuilderSource implements SampleSource {

    @Override
    public String of(String name) {
        return """
                package sample;

                import com.google.auto.value.AutoValue;
                import java.math.BigDecimal;
                import java.time.Instant;
                import java.util.ArrayList;
                import java.util.List;
                import java.util.Map;
                import java.util.TreeMap;

                @AutoValue
                public abstract class %1$s {
                    public abstract String cursor();

                    public abstract long count();

                    public abstract Instant since();

                    public abstract BigDecimal total();

                    public abstract List<String> pending();

                    public abstract Map<String, Integer> counts();

                    @AutoValue.Builder
                    public abstract static class Builder {
                        public abstract Builder cursor(String cursor);

                        public abstract Builder count(long count);

                        public abstract Builder since(Instant since);

                        public abstract Builder total(BigDecimal total);

                        public abstract Builder pending(List<String> pending);

                        public abstract Builder counts(Map<String, Integer> counts);

                        public abstract %1$s build();
                    }

                    public record Request(String from, Instant since) {}

                    List<String> start(Request request) {
                        List<String> all = new ArrayList<>(pending());
                        if (request.since().isAfter(since())) {
                            all.add(request.from());
                        }
                        return all;
                    }

                    BigDecimal next() {
                        String page = pending().get(pending().size() - 1);
                        Map<String, Integer> sums = new TreeMap<>(counts());
                        sums.merge(page, 1, Integer::sum);
                        return total().add(BigDecimal.valueOf(page.length() + sums.size()));
                    }

                    boolean done() {
                        return pending().isEmpty() && count() > 0;
                    }
                }
                """.formatted(name);
    }
}
