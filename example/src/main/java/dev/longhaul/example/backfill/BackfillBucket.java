package dev.longhaul.example.backfill;

import dev.longhaul.annotations.Children;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.ChildEnd;
import dev.longhaul.runtime.JobContext;
import java.util.List;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Reads all logs below a prefix of a bucket into PostgreSQL, each by a chain of {@link BackfillAccessLogs}, several at a time. A log
 * that can't be read keeps no other from being loaded.
 */
@LongRunning(timeoutMillis = 30_000, safeMillis = 10_000, tickMillis = 1_000, memoryMegabytes = 512)
public class BackfillBucket {

    private static final int A_PAGE = 10;
    /** Of a name's hundred characters, behind the number. */
    private static final int MOST_OF_KEY = 90;

    private final LogBucket bucket;

    @Children(value = BackfillAccessLogs.class, maxRunning = 10, most = 1_000_000, stopWithParent = true)
    @SuppressWarnings("NullAway.Init") // The handler fills it.
    ChildChains<BackfillAccessLogs.Request> logs;

    @State
    Request request = new Request("", "");

    /** The last key that was listed. */
    @State
    String cursor = "";

    @State
    boolean allListed;

    @State
    long lines;

    @State
    long rejected;

    BackfillBucket(LogBucket bucket) {
        this.bucket = bucket;
    }

    /**
     * What the chain is started with.
     *
     * @param bucket where the logs are
     * @param prefix what their keys begin with
     */
    public record Request(String bucket, String prefix) {}

    /**
     * What the chain has done.
     *
     * @param logs how many of them were loaded
     * @param lines the lines of those
     * @param rejected those lines that went to the reject table
     * @param failed how many logs could not be loaded
     * @param reasons the first 50 of those, with what was wrong
     */
    public record Loaded(long logs, long lines, long rejected, long failed, List<String> reasons) {}

    @OnStart
    void start(Request given) {
        request = given;
    }

    @Step
    void next(JobContext job) {
        while (!allListed && logs.hasRoom()) {
            startPage();
        }
        logs.join(job, this::count);
        job.progress(logs.ended(), allListed ? logs.started() : 0);
    }

    private void startPage() {
        ListObjectsV2Response page = bucket.list(request.bucket(), request.prefix(), cursor, A_PAGE);
        for (S3Object log : page.contents()) {
            logs.start(
                    name(logs.started(), log.key()),
                    new BackfillAccessLogs.Request(LogBucket.uri(request.bucket(), log.key()), 0, 0));
            cursor = log.key();
        }
        allListed = !page.isTruncated();
    }

    private static String name(long number, String key) {
        return String.format("%06d ", number + 1) + key.substring(Math.max(0, key.length() - MOST_OF_KEY));
    }

    private void count(ChildEnd end) {
        if (end.completed()) {
            BackfillAccessLogs.Loaded loaded = end.result(BackfillAccessLogs.Loaded.class);
            lines += loaded.lines();
            rejected += loaded.rejected();
        }
    }

    @Terminate
    boolean isLoaded() {
        return allListed && logs.isDone();
    }

    @OnComplete
    Loaded loaded() {
        return new Loaded(
                logs.completed(),
                lines,
                rejected,
                logs.failed(),
                logs.failures().stream().map(ChildEnd::toString).toList());
    }
}
