package dev.longhaul.runtime.event;

import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.text.ShownText;
import java.io.IOException;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One reading of an event. */
final class EnvelopeReading {

    private static final Pattern QUALIFIER = Pattern.compile("\\$LATEST|[a-zA-Z0-9-_]{1,128}");

    private final String job;
    private boolean envelope;
    private @Nullable Integer version;
    private @Nullable String envelopeJob;
    private @Nullable String chain;
    private @Nullable Integer hop;
    private @Nullable String record;
    private @Nullable String start;
    private @Nullable ParentChain parent;
    private @Nullable Boolean show;
    private @Nullable String stop;
    private @Nullable Boolean resume;
    private @Nullable String qualifier;
    private @Nullable String signal;
    private @Nullable String id;
    private @Nullable String input;
    private @Nullable String unknown;

    EnvelopeReading(String job) {
        this.job = job;
    }

    ChainEvent read(String event) throws IOException {
        StateReader in = new StateReader(event);
        if (event.stripLeading().startsWith("{")) {
            fields(in);
        } else {
            in.skip();
        }
        if (!in.atEnd()) {
            throw new EventException("the event has more than one JSON document. Send one.", null);
        }
        return envelope ? checked() : new ChainEvent.Start(null, in.whole());
    }

    private void fields(StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            if (in.at("longhaul")) {
                header(in);
            } else if (in.at("input")) {
                input = in.document();
            } else {
                unknown = in.name();
                in.skip();
            }
        }
    }

    private void header(StateReader in) throws IOException {
        if (envelope) {
            throw wrong("longhaul", "is there twice");
        }
        envelope = true;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "v" -> version = in.int32();
                case "job" -> envelopeJob = in.string();
                case "chain" -> chain = in.string();
                case "hop" -> hop = in.int32();
                case "record" -> record = in.raw();
                case "start" -> start = in.string();
                case "parent" -> parent = parent(in);
                case "show" -> show = in.bool();
                case "stop" -> stop = in.string();
                case "resume" -> resume = in.bool();
                case "qualifier" -> qualifier = in.string();
                case "signal" -> signal = in.string();
                case "id" -> id = in.string();
                default ->
                    throw in.failure(
                            "an envelope has no such field, but v, job, chain, hop and record; v, start and parent; or v, chain and one of"
                                    + " show, stop, resume and signal",
                            null);
            }
        }
    }

    private static ParentChain parent(StateReader in) throws IOException {
        String job = null;
        String chain = null;
        int generation = 0;
        in.beginObject();
        while (in.next()) {
            switch (in.field()) {
                case "job" -> job = in.string();
                case "chain" -> chain = in.string();
                case "generation" -> generation = in.int32();
                default -> throw in.failure("a parent has no such field, but job, chain and generation", null);
            }
        }
        if (job == null || chain == null || generation < 1 || generation > ParentChain.LAST_GENERATION) {
            throw wrong(
                    "longhaul/parent",
                    "has a job, a chain and a generation from 1 to " + ParentChain.LAST_GENERATION
                            + ", and one of them is missing or wrong");
        }
        return new ParentChain(job, chain, generation);
    }

    private ChainEvent checked() {
        if (version == null || version != Envelope.VERSION) {
            throw wrong("longhaul/v", "is " + version + ", and this function knows version 1");
        }
        if (unknown != null) {
            throw wrong(unknown, "stands beside an envelope, where only \"input\" may");
        }
        if (start != null) {
            return namedStart(start);
        }
        if (parent != null) {
            throw wrong("longhaul/parent", "stands without \"start\"");
        }
        return isOperation() ? operation() : continuation();
    }

    private boolean isOperation() {
        return Stream.of(show, stop, resume, qualifier, signal, id).anyMatch(Objects::nonNull);
    }

    private ChainEvent namedStart(String name) {
        if (chain != null || hop != null || record != null || isOperation()) {
            throw wrong(
                    "longhaul/start",
                    "stands beside chain, hop, record, show, stop, resume or signal; an event starts a chain or is for one"
                            + " that there is");
        }
        checkedName("longhaul/start", name);
        return new ChainEvent.Start(name, input == null ? "null" : input, parent);
    }

    private ChainEvent operation() {
        if (input != null && signal == null) {
            throw wrong("input", "stands beside show, stop or resume, which take none");
        }
        if (envelopeJob != null) {
            checkJob();
        }
        if (hop != null || record != null) {
            throw wrong(
                    "longhaul/chain",
                    "is to be continued, and to be shown, stopped, resumed or sent a signal; send one event for each");
        }
        String chainId = checkedChain();
        if (Stream.of(show, stop, resume, signal).filter(Objects::nonNull).count() != 1) {
            throw wrong("longhaul/chain", "stands beside more or less than one of show, stop, resume and signal");
        }
        if (signal != null) {
            return sending(chainId, signal);
        }
        if (id != null) {
            throw wrong("longhaul/id", "stands without \"signal\"");
        }
        requireTrue("longhaul/show", show);
        requireTrue("longhaul/resume", resume);
        if (resume != null) {
            return new ChainEvent.Resume(chainId, checkedQualifier());
        }
        if (qualifier != null) {
            throw wrong("longhaul/qualifier", "stands without \"resume\"");
        }
        return stop == null ? new ChainEvent.Show(chainId) : new ChainEvent.Stop(chainId, stop);
    }

    private ChainEvent sending(String chainId, String name) {
        if (qualifier != null) {
            throw wrong("longhaul/qualifier", "stands without \"resume\"");
        }
        checkedName("longhaul/signal", name);
        if (id != null) {
            checkedName("longhaul/id", id);
        }
        return new ChainEvent.Send(chainId, name, id, input == null ? "null" : input);
    }

    private static void requireTrue(String field, @Nullable Boolean value) {
        if (value != null && !value) {
            throw wrong(field, "is false; it is true, or it is not there");
        }
    }

    private @Nullable String checkedQualifier() {
        if (qualifier != null && !QUALIFIER.matcher(qualifier).matches()) {
            throw wrong("longhaul/qualifier", "is neither an alias nor a version of a function");
        }
        return qualifier;
    }

    private ChainEvent continuation() {
        if (input != null) {
            throw wrong("input", "stands in a continuation, which takes none");
        }
        checkJob();
        String chainId = checkedChain();
        if (hop == null || hop < 0) {
            throw wrong("longhaul/hop", "is " + hop + "; it is a number from 0 up");
        }
        return new ChainEvent.Continue(chainId, hop, record);
    }

    private void checkJob() {
        if (envelopeJob == null || !envelopeJob.equals(job)) {
            throw wrong(
                    "longhaul/job",
                    "is " + (envelopeJob == null ? "missing" : '"' + ShownText.of(envelopeJob) + '"')
                            + ", and this function runs \"" + job + '"');
        }
    }

    private String checkedChain() {
        if (chain == null) {
            throw wrong("longhaul/chain", "is missing");
        }
        checkedName("longhaul/chain", chain);
        return chain;
    }

    private static void checkedName(String field, String name) {
        if (name.isBlank() || name.length() > Envelope.LONGEST_NAME) {
            throw wrong(
                    field,
                    "has " + name.length() + " characters; it has 1 to " + Envelope.LONGEST_NAME
                            + ", not all of them blank");
        }
    }

    private static EventException wrong(String field, String what) {
        return EventException.wrong(field, what);
    }
}
