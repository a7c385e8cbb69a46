package dev.longhaul.proof;

import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.function.CallerClassPath;
import dev.longhaul.local.function.FunctionConfig;
import dev.longhaul.local.function.QueueSource;
import dev.longhaul.local.invocation.InvocationEvent;
import dev.longhaul.local.invocation.InvocationEvent.GivenUp;
import dev.longhaul.local.invocation.InvocationEvent.Started;
import dev.longhaul.local.invocation.InvocationListener;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.SweeperHandler;
import dev.longhaul.runtime.job.JobOptions;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.lambda.model.InvocationType;

/** A local Lambda with the job and its sweeper in it, called by AWS's own SDK. */
final class Lambda implements AutoCloseable {

    static final String JOB = "Transfers";
    private static final String SWEEPER = "Sweeper";
    /** The variable, for this test alone, with the URL of the queue that feeds the functions. */
    static final String QUEUE = "QUEUE";

    private final LocalLambda lambda;
    private final LambdaClient client;
    private final Map<String, String> environment;
    private final ConcurrentLinkedQueue<Started> running = new ConcurrentLinkedQueue<>();
    private final List<String> givenUp = new CopyOnWriteArrayList<>();
    private final AtomicInteger invocations = new AtomicInteger();

    Lambda(String store, int concurrency) throws IOException {
        this(store, concurrency, Map.of(), event -> {});
    }

    /** With more environment variables of the functions, and one more listener. */
    Lambda(String store, int concurrency, Map<String, String> more, InvocationListener listener) throws IOException {
        Map<String, String> environment = new HashMap<>(more);
        environment.put("LONGHAUL_STORE", store);
        InvocationListener both = listener.and(this::note);
        // AWS waits a minute and then two before it tries again; here a second and then two.
        lambda = LocalLambda.start(
                LocalOptions.defaults().withDelays(delay -> delay.dividedBy(60)).withListener(both));
        this.environment = environment;
        lambda.create(function(new TransfersHandler())
                .reservedConcurrency(concurrency)
                .build());
        lambda.create(FunctionConfig.builder(SWEEPER, SweeperHandler.class.getName())
                .classPath(CallerClassPath.of(Lambda.class))
                .timeout(Duration.ofSeconds(60))
                .memoryMegabytes(256)
                .environment(environment)
                .build());
        client = LambdaClient.builder()
                .endpointOverride(lambda.endpoint())
                .region(Region.US_EAST_1)
                .credentialsProvider(AnonymousCredentialsProvider.create())
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }

    private void note(InvocationEvent event) {
        if (event instanceof Started started && started.functionName().equals(JOB)) {
            running.add(started);
            invocations.incrementAndGet();
        } else if (event instanceof InvocationEvent.Finished finished) {
            running.removeIf(started -> started.requestId().equals(finished.requestId()));
        } else if (event instanceof GivenUp gone) {
            givenUp.add(gone.requestId());
        }
    }

    private FunctionConfig.Builder function(LongRunningHandler<?> handler) {
        JobOptions options = handler.options();
        FunctionConfig.Builder function = FunctionConfig.builder(
                        options.name(), handler.getClass().getName())
                .allowLoops()
                .classPath(CallerClassPath.of(Lambda.class))
                .timeout(Duration.ofMillis(options.timing().timeoutMillis()))
                .memoryMegabytes(256)
                .environment(environment);
        String queue = environment.get(QUEUE);
        if (queue != null) {
            function.queue(new QueueSource(queue, 10, true, 4));
        }
        return function;
    }

    /** Creates the function of one more job. */
    void create(LongRunningHandler<?> handler) {
        lambda.create(function(handler).build());
    }

    /** Creates the function of one more job, of which so many run at once. */
    void create(LongRunningHandler<?> handler, int concurrency) {
        lambda.create(function(handler).reservedConcurrency(concurrency).build());
    }

    /** Where the functions and their callers reach it. */
    URI endpoint() {
        return lambda.endpoint();
    }

    void send(String event) {
        client.invoke(request ->
                request.functionName(JOB).invocationType(InvocationType.EVENT).payload(SdkBytes.fromUtf8String(event)));
    }

    /** Invokes the job's function and waits; what it answers. */
    String ask(String event) {
        return ask(JOB, event);
    }

    /** Runs the sweeper; what it answers. */
    String sweep() {
        return ask(SWEEPER, "{}");
    }

    /** Invokes a function and waits; what it answers. */
    String ask(String function, String event) {
        return client.invoke(request -> request.functionName(function).payload(SdkBytes.fromUtf8String(event)))
                .payload()
                .asUtf8String();
    }

    /** The invocations of the job that run now. */
    List<Started> running() {
        return List.copyOf(running);
    }

    /** The request ids of the events that Lambda has given up. */
    List<String> givenUp() {
        return givenUp;
    }

    int invocations() {
        return invocations.get();
    }

    @Override
    public void close() {
        client.close();
        lambda.close();
    }
}
