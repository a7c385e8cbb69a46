package dev.longhaul.runtime;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import dev.longhaul.runtime.engine.Surroundings;
import dev.longhaul.runtime.sweep.SweepReport;
import dev.longhaul.runtime.sweep.Sweeper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A Lambda function of its own, on a schedule: it sends the hops of chains that died on their way again, and answers what
 * it did. Any event will do. Safe to run twice at once.
 */
public final class SweeperHandler implements RequestStreamHandler {

    /** What must be left of the invocation for another page of chains. */
    private static final int PAGE_MILLIS = 20_000;

    private final Sweeper sweeper;

    /**
     * Reads the environment variables, as the handlers of jobs do.
     *
     * @throws IllegalArgumentException when one is missing or wrong, or names a store that keeps nothing
     */
    public SweeperHandler() {
        Surroundings surroundings = Startup.surroundings(System.getenv());
        if (surroundings.store().keepsNothing()) {
            throw new IllegalArgumentException("LONGHAUL_STORE is payload:, which keeps nothing that could be swept."
                    + " Deploy the job without a sweeper, or use another store.");
        }
        if (Startup.NONE.equals(System.getenv(Startup.CONTINUE))) {
            throw new IllegalArgumentException(Startup.CONTINUE + " is none, by which processes find the chains for"
                    + " themselves. Deploy the job without a sweeper, or set it to self.");
        }
        sweeper = new Sweeper(
                surroundings.store(),
                surroundings.continuation(),
                surroundings.time(),
                surroundings.log(),
                surroundings.graces(),
                surroundings.ends());
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context) throws IOException {
        SweepReport report = sweeper.sweep(() -> context.getRemainingTimeInMillis() > PAGE_MILLIS);
        answer.write(report.json().getBytes(StandardCharsets.UTF_8));
    }
}
