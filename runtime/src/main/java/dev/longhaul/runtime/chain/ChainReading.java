package dev.longhaul.runtime.chain;

import dev.longhaul.runtime.chain.HopEntry.End;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One reading of a record from its JSON; fields of a later version are passed over. */
final class ChainReading {

    private final StateReader in;

    private String job = "";
    private String chainId = "";
    private long revision;
    private ChainStatus status = ChainStatus.RUNNING;
    private int hop;
    private long epoch;
    private String owner = "";
    private long leaseUntil;
    private String functionArn = "";
    private @Nullable String input;
    private long steps;
    private int stalledHops;
    private int sweeps;
    private int failedAttempts;
    private String schema = "";
    private @Nullable String state;
    private @Nullable Progress progress;
    private long billedMillis;
    private long startedAt;
    private String startedBy = "";
    private Grant grant = new Grant(0, 0, 0);
    private long updatedAt;
    private @Nullable String stopRequested;
    private @Nullable Failure failure;
    private @Nullable String result;
    private long expiresAt;
    private final List<HopEntry> history = new ArrayList<>();

    ChainReading(String document) throws IOException {
        in = new StateReader(document);
    }

    ChainRecord record() throws IOException {
        in.beginObject();
        while (in.next()) {
            String field = in.field();
            if (!place(field) && !work(field)) {
                in.skip();
            }
        }
        if (job.isEmpty() || chainId.isEmpty() || revision < 1) {
            throw in.failure("job, chainId or revision is missing", null);
        }
        return new ChainRecord(
                job,
                chainId,
                revision,
                status,
                hop,
                epoch,
                owner,
                leaseUntil,
                functionArn,
                input,
                steps,
                stalledHops,
                sweeps,
                failedAttempts,
                state == null ? null : new SavedState(state, schema),
                progress,
                billedMillis,
                startedAt,
                startedBy,
                grant,
                updatedAt,
                stopRequested,
                failure,
                result,
                expiresAt,
                history);
    }

    private boolean place(String field) throws IOException {
        switch (field) {
            case "job" -> job = text();
            case "chainId" -> chainId = text();
            case "revision" -> revision = in.int64();
            case "status" -> status = constant(ChainStatus.class);
            case "hop" -> hop = in.int32();
            case "epoch" -> epoch = in.int64();
            case "owner" -> owner = text();
            case "leaseUntil" -> leaseUntil = in.int64();
            case "functionArn" -> functionArn = text();
            case "startedAt" -> startedAt = in.int64();
            case "startedBy" -> startedBy = text();
            case "grant" -> grant = grant();
            case "updatedAt" -> updatedAt = in.int64();
            case "expiresAt" -> expiresAt = in.int64();
            default -> {
                return false;
            }
        }
        return true;
    }

    private boolean work(String field) throws IOException {
        switch (field) {
            case "input" -> input = in.raw();
            case "steps" -> steps = in.int64();
            case "stalledHops" -> stalledHops = in.int32();
            case "sweeps" -> sweeps = in.int32();
            case "failedAttempts" -> failedAttempts = in.int32();
            case "billedMillis" -> billedMillis = in.int64();
            case "schema" -> schema = text();
            case "state" -> state = in.raw();
            case "progress" -> progress = progress();
            case "stopRequested" -> stopRequested = text();
            case "failure" -> failure = failure();
            case "result" -> result = in.raw();
            case "history" -> history();
            default -> {
                return false;
            }
        }
        return true;
    }

    private Progress progress() throws IOException {
        long done = 0;
        long total = 0;
        String message = "";
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "done" -> done = in.int64();
                case "total" -> total = in.int64();
                case "message" -> message = text();
                default -> in.skip();
            }
        }
        return new Progress(done, total, message);
    }

    private Grant grant() throws IOException {
        int from = 0;
        long billed = 0;
        long at = 0;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "hop" -> from = in.int32();
                case "billedMillis" -> billed = in.int64();
                case "at" -> at = in.int64();
                default -> in.skip();
            }
        }
        return new Grant(from, billed, at);
    }

    private Failure failure() throws IOException {
        String kind = "";
        String message = "";
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "kind" -> kind = text();
                case "message" -> message = text();
                default -> in.skip();
            }
        }
        return new Failure(kind, message);
    }

    private void history() throws IOException {
        in.beginArray();
        while (in.next()) {
            history.add(entry());
        }
    }

    private HopEntry entry() throws IOException {
        int entryHop = 0;
        long entryEpoch = 0;
        String entryOwner = "";
        long from = 0;
        long to = 0;
        long entrySteps = 0;
        End end = End.OPEN;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "hop" -> entryHop = in.int32();
                case "epoch" -> entryEpoch = in.int64();
                case "owner" -> entryOwner = text();
                case "startedAt" -> from = in.int64();
                case "endedAt" -> to = in.int64();
                case "steps" -> entrySteps = in.int64();
                case "end" -> end = constant(End.class);
                default -> in.skip();
            }
        }
        return new HopEntry(entryHop, entryEpoch, entryOwner, from, to, entrySteps, end);
    }

    private <E extends Enum<E>> E constant(Class<E> type) throws IOException {
        String name = text();
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(name)) {
                return constant;
            }
        }
        throw in.failure("the text is no " + type.getSimpleName(), null);
    }

    private String text() throws IOException {
        String text = in.string();
        if (text == null) {
            throw in.failure("a string was expected, but this is null", null);
        }
        return text;
    }
}
