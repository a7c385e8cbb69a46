package dev.longhaul.example.move;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.Retry;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;

/**
 * Moves all objects below a prefix from one bucket to another: copied, compared by checksum, and only then deleted. None is lost
 * and none is copied twice, and the counts in the result are true, wherever the function is killed. What can't be moved stays
 * and is reported.
 *
 * <p>The times are short, for several hops to be seen within a minute.
 */
@LongRunning(timeoutMillis = 30_000, safeMillis = 15_000, tickMillis = 2_000, memoryMegabytes = 512)
public class MoveObjects {

    private static final int SMALLEST_BATCH = 10;
    /** With keys of 1,024 bytes, these and those reported are a state that DynamoDB has room for. */
    private static final int LARGEST_BATCH = 200;

    private static final int REPORTED = 50;

    private final Buckets buckets;

    @State
    Request request = new Request("", "", "", 1, 0);

    /** What is under way: those of one page that were listed, and are not counted yet. */
    @State
    List<Planned> planned = new ArrayList<>();

    /** The last key that was listed. */
    @State
    String cursor = "";

    @State
    boolean allListed;

    @State
    SortedMap<Outcome, Long> counts = new TreeMap<>();

    @State
    Map<String, Outcome> left = new LinkedHashMap<>();

    MoveObjects(Buckets buckets) {
        this.buckets = buckets;
    }

    /**
     * What the chain is started with.
     *
     * @param from the bucket that is emptied
     * @param prefix what the keys begin with
     * @param to the bucket that is filled, with the same keys
     * @param atOnce how many objects are moved at once
     * @param partBytes objects above that are copied in parts of that size, at least 5 MB; up to 5 GB
     */
    public record Request(String from, String prefix, String to, int atOnce, long partBytes) {}

    /**
     * What the chain has done.
     *
     * @param objects how many of them, by what became of them
     * @param left the keys of the first {@value #REPORTED} that were not moved, and why
     */
    public record Result(Map<Outcome, Long> objects, Map<String, Outcome> left) {}

    @OnStart
    void start(Request given) {
        request = given;
    }

    @Step
    @Retry(attempts = 20, notOn = NoSuchBucketException.class)
    void nextBatch(JobContext job) {
        if (planned.isEmpty()) {
            plan(job.batchSize(SMALLEST_BATCH, LARGEST_BATCH));
            // Before anything is touched: what is moved is listed no more, and a step that is done again would not
            // count it.
            job.checkpoint();
        }
        Mover mover = new Mover(buckets.s3(), request.from(), request.to(), request.partBytes());
        Map<Planned, Outcome> outcomes = buckets.move(planned, mover, request.atOnce());
        planned.forEach(object -> count(object, Objects.requireNonNull(outcomes.get(object))));
        planned.clear();
        long done = counts.values().stream().mapToLong(Long::longValue).sum();
        job.progress(done, allListed ? done : 0);
    }

    private void plan(int most) {
        ListObjectsV2Response page = buckets.s3()
                .listObjectsV2(list -> list.bucket(request.from())
                        .prefix(request.prefix())
                        .startAfter(cursor)
                        .maxKeys(most));
        page.contents().forEach(object -> planned.add(Planned.of(object)));
        allListed = !page.isTruncated();
        if (!planned.isEmpty()) {
            cursor = planned.get(planned.size() - 1).key();
        }
    }

    private void count(Planned object, Outcome outcome) {
        counts.merge(outcome, 1L, Long::sum);
        if (outcome != Outcome.MOVED && left.size() < REPORTED) {
            left.put(object.key(), outcome);
        }
    }

    @Terminate
    boolean isDone() {
        return allListed && planned.isEmpty();
    }

    @OnComplete
    Result result() {
        return new Result(counts, left);
    }
}
