package dev.longhaul.benchmarks.sources;

/** A value of the same six properties. */
public final class ImmutablesSource implements SampleSource {

    @Override
    public String of(String name) {
        return """
                package sample;

                import java.math.BigDecimal;
                import java.time.Instant;
                import java.util.List;
                import java.util.Map;
                import org.immutables.value.Value;

                @Value.Immutable
                public abstract class %s {
                    public abstract String cursor();

                    public abstract long count();

                    public abstract Instant since();

                    public abstract BigDecimal total();

                    public abstract List<String> pending();

                    public abstract Map<String, Integer> counts();

                    public record Request(String from, Instant since) {}

                    boolean later(Request request) {
                        return request.since().isAfter(since()) && !request.from().isEmpty();
                    }

                    BigDecimal next() {
                        String page = pending().get(pending().size() - 1);
                        int seen = counts().getOrDefault(page, 0);
                        return total().add(BigDecimal.valueOf(page.length() + seen));
                    }

                    boolean done() {
                        return pending().isEmpty() && count() > 0;
                    }
                }
                """.formatted(name);
    }
}
