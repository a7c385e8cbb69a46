package dev.longhaul.benchmarks.sources;

/** A mapper between two forms of the same six properties. */
public final class MapStructSource implements SampleSource {

    @Override
    public String of(String name) {
        return """
                package sample;

                import java.math.BigDecimal;
                import java.time.Instant;
                import java.util.List;
                import java.util.Map;
                import org.mapstruct.Mapper;

                @Mapper
                public interface %s {
                    Stored stored(Live live);

                    record Live(
                            String cursor,
                            long count,
                            Instant since,
                            BigDecimal total,
                            List<String> pending,
                            Map<String, Integer> counts) {}

                    class Stored {
                        private String cursor;
                        private long count;
                        private String since;
                        private String total;
                        private List<String> pending;
                        private Map<String, Integer> counts;

                        public void setCursor(String cursor) {
                            this.cursor = cursor;
                        }

                        public void setCount(long count) {
                            this.count = count;
                        }

                        public void setSince(String since) {
                            this.since = since;
                        }

                        public void setTotal(String total) {
                            this.total = total;
                        }

                        public void setPending(List<String> pending) {
                            this.pending = pending;
                        }

                        public void setCounts(Map<String, Integer> counts) {
                            this.counts = counts;
                        }
                    }
                }
                """.formatted(name);
    }
}
