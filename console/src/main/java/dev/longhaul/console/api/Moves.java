package dev.longhaul.console.api;

import dev.longhaul.client.ChainClient;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.client.JobFunction;
import dev.longhaul.console.http.Answer;
import dev.longhaul.console.http.Call;
import dev.longhaul.console.lab.Lab;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the page's buttons do. Thread-safe. */
public final class Moves {

    private final ChainClient client;
    private final @Nullable Lab lab;

    /**
     * The moves that a client can make.
     *
     * @param lab what the Lambda can do besides, or null
     */
    public Moves(ChainClient client, @Nullable Lab lab) {
        this.client = client;
        this.lab = lab;
    }

    private ChainHandle handle(Call call) {
        return client.chain(call.required("job"), call.required("chain"));
    }

    /** {@code POST /api/start}: {@code job}, {@code chain}, {@code input}. */
    public Answer start(Call call) throws IOException {
        String job = call.required("job");
        String name = call.optional("chain", UUID.randomUUID().toString());
        if (client.chain(job, name).find().isPresent()) {
            throw new IllegalStateException("there is a chain " + name + " of " + job + " already. Give another name.");
        }
        ChainHandle started = client.start(JobFunction.named(job), name, call.optional("input", "{}"));
        return done(started.chainId());
    }

    /** {@code POST /api/stop}: {@code job}, {@code chain}, {@code reason}. */
    public Answer stop(Call call) throws IOException {
        return done(handle(call)
                .stop(call.optional("reason", "stopped in the console"))
                .chainId());
    }

    /** {@code POST /api/resume}: {@code job}, {@code chain}, {@code qualifier}. */
    public Answer resume(Call call) throws IOException {
        String qualifier = call.optional("qualifier", "");
        ChainHandle handle = handle(call);
        return done((qualifier.isEmpty() ? handle.resume() : handle.resume(qualifier)).chainId());
    }

    /** {@code POST /api/signal}: {@code job}, {@code chain}, {@code name}, {@code id}, {@code payload}. */
    public Answer signal(Call call) throws IOException {
        ChainHandle handle = handle(call);
        String id = call.optional("id", UUID.randomUUID().toString());
        handle.signal(call.required("name"), id, call.optional("payload", "null"));
        return done(handle.chainId());
    }

    /** {@code POST /api/kill}: {@code job}, {@code chain}. */
    public Answer kill(Call call) throws IOException {
        ChainHandle handle = handle(call);
        lab().kill(handle.record());
        return done(handle.chainId());
    }

    /** {@code POST /api/deliver}: {@code job}, {@code chain}. */
    public Answer deliver(Call call) throws IOException {
        ChainHandle handle = handle(call);
        lab().deliverAgain(handle.job(), handle.chainId());
        return done(handle.chainId());
    }

    /** {@code POST /api/throttle}: {@code job}, {@code chain}, {@code on}. */
    public Answer throttle(Call call) throws IOException {
        ChainHandle handle = handle(call);
        lab().throttle(handle.job(), Boolean.parseBoolean(call.required("on")));
        return done(handle.chainId());
    }

    private Lab lab() {
        if (lab == null) {
            throw new IllegalStateException(
                    "this is for a Lambda on this machine alone: run the job with \"longhaul run\"");
        }
        return lab;
    }

    private static Answer done(String chainId) throws IOException {
        return Answer.json(out -> {
            out.beginObject();
            out.field("chain").string(chainId);
            out.endObject();
        });
    }
}
