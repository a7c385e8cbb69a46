package dev.longhaul.benchmarks.sources;

/** A job as most are: six fields of state, a start event, a step and an end. */
public final class LonghaulSource implements SampleSource {

    @Override
    public String of(String name) {
        return """
                package sample;

                import dev.longhaul.annotations.LongRunning;
                import dev.longhaul.annotations.OnStart;
                import dev.longhaul.annotations.State;
                import dev.longhaul.annotations.Step;
                import dev.longhaul.annotations.Terminate;
                import dev.longhaul.runtime.JobContext;
                import java.math.BigDecimal;
                import java.time.Instant;
                import java.util.ArrayList;
                import java.util.List;
                import java.util.Map;
                import java.util.TreeMap;

                @LongRunning(safeMillis = 60_000, tickMillis = 10_000)
                public class %s {
                    @State String cursor = "";
                    @State long count;
                    @State Instant since = Instant.EPOCH;
                    @State BigDecimal total = BigDecimal.ZERO;
                    @State List<String> pending = new ArrayList<>();
                    @State Map<String, Integer> counts = new TreeMap<>();

                    public record Request(String from, Instant since) {}

                    @OnStart void start(Request request) {
                        cursor = request.from();
                        since = request.since();
                        pending.add(cursor);
                    }

                    @Step void next(JobContext job) {
                        String page = pending.remove(pending.size() - 1);
                        counts.merge(page, 1, Integer::sum);
                        total = total.add(BigDecimal.valueOf(page.length()));
                        count++;
                        job.progress(count, 1_000);
                    }

                    @Terminate boolean done() {
                        return pending.isEmpty();
                    }
                }
                """.formatted(name);
    }
}
