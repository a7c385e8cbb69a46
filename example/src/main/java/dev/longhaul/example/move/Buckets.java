package dev.longhaul.example.move;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.services.s3.S3Client;

/** What {@link MoveObjects} works with: S3, and threads for several objects at once. Thread-safe. */
public final class Buckets implements AutoCloseable {

    private final S3Client s3;
    private final Executor threads;

    /** By the environment, as the function makes them. */
    Buckets() {
        this(
                S3Client.builder()
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build(),
                // As many as a chain asks for; those without work end after a minute.
                Executors.newCachedThreadPool());
    }

    /** By hand, for a test. */
    public Buckets(S3Client s3, Executor threads) {
        this.s3 = s3;
        this.threads = threads;
    }

    S3Client s3() {
        return s3;
    }

    /**
     * Moves objects, several at once, and returns when none is under way any more.
     *
     * @return what became of each
     * @throws RuntimeException what the first has thrown for which another try may help
     */
    Map<Planned, Outcome> move(List<Planned> objects, Mover mover, int atOnce) {
        Queue<Planned> rest = new ConcurrentLinkedQueue<>(objects);
        Map<Planned, Outcome> outcomes = new ConcurrentHashMap<>();
        Runnable worker = () -> {
            for (Planned next = rest.poll(); next != null; next = rest.poll()) {
                outcomes.put(next, mover.move(next));
            }
        };
        List<CompletableFuture<Void>> workers = new ArrayList<>();
        for (int i = 0; i < atOnce; i++) {
            workers.add(CompletableFuture.runAsync(worker, threads));
        }
        try {
            // All of them: the step that is done again must not meet one that is still at work.
            CompletableFuture.allOf(workers.toArray(CompletableFuture[]::new)).join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw e.getCause() instanceof RuntimeException thrown ? thrown : e;
        }
        return outcomes;
    }

    @Override
    public void close() {
        s3.close();
        if (threads instanceof ExecutorService pool) {
            pool.shutdown();
        }
    }
}
