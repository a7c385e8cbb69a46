package dev.longhaul.benchmarks.sources;

/** A component with a module of two provisions and a class of its own that is injected. */
public final class DaggerSource implements SampleSource {

    @Override
    public String of(String name) {
        return """
                package sample;

                import dagger.Component;
                import dagger.Module;
                import dagger.Provides;
                import java.math.BigDecimal;
                import java.time.Instant;
                import java.util.ArrayList;
                import java.util.List;
                import javax.inject.Inject;

                @Component(modules = %1$s.Parts.class)
                public interface %1$s {
                    Pages pages();

                    @Module
                    class Parts {
                        @Provides
                        static Instant since() {
                            return Instant.EPOCH;
                        }

                        @Provides
                        static BigDecimal total() {
                            return BigDecimal.ZERO;
                        }
                    }

                    class Pages {
                        private final Instant since;
                        private final List<String> pending = new ArrayList<>();
                        private BigDecimal total;

                        @Inject
                        Pages(Instant since, BigDecimal total) {
                            this.since = since;
                            this.total = total;
                        }

                        void next() {
                            String page = pending.remove(pending.size() - 1);
                            total = total.add(BigDecimal.valueOf(page.length()));
                        }

                        boolean done() {
                            return pending.isEmpty() && since.isAfter(Instant.EPOCH);
                        }
                    }
                }
                """.formatted(name);
    }
}
