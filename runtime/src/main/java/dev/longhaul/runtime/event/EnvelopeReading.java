package dev.longhaul.runtime.event;

import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.text.ShownText;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** One reading of an event. */
final class EnvelopeReading {

    private final String job;
    private boolean envelope;
    private @Nullable Integer version;
    private @Nullable String envelopeJob;
    private @Nullable String chain;
    private @Nullable Integer hop;
    private @Nullable String record;
    private @Nullable String start;
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
                default ->
                    throw in.failure(
                            "an envelope has no such field, but v, job, chain, hop and record, or v and start", null);
            }
        }
    }

    private ChainEvent checked() {
        if (version == null || version != Envelope.VERSION) {
            throw wrong("longhaul/v", "is " + version + ", and this function knows version 1");
        }
        if (unknown != null) {
            throw wrong(unknown, "stands beside an envelope, where only \"input\" may");
        }
        return start != null ? namedStart(start) : continuation();
    }

    private ChainEvent namedStart(String name) {
        if (chain != null || hop != null || record != null) {
            throw wrong(
                    "longhaul/start", "stands beside chain, hop or record; an event starts a chain or continues one");
        }
        checkedName("longhaul/start", name);
        return new ChainEvent.Start(name, input == null ? "null" : input);
    }

    private ChainEvent continuation() {
        if (input != null) {
            throw wrong("input", "stands in a continuation, which takes none");
        }
        if (envelopeJob == null || !envelopeJob.equals(job)) {
            throw wrong(
                    "longhaul/job",
                    "is " + (envelopeJob == null ? "missing" : '"' + ShownText.of(envelopeJob) + '"')
                            + ", and this function runs \"" + job + '"');
        }
        if (chain == null) {
            throw wrong("longhaul/chain", "is missing");
        }
        checkedName("longhaul/chain", chain);
        if (hop == null || hop < 0) {
            throw wrong("longhaul/hop", "is " + hop + "; it is a number from 0 up");
        }
        return new ChainEvent.Continue(chain, hop, record);
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
