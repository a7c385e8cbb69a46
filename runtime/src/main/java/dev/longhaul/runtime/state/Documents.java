package dev.longhaul.runtime.state;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamWriteConstraints;
import com.fasterxml.jackson.core.StreamWriteFeature;

/**
 * How JSON is read and written, and what a document may be. What is written can be read: the reader allows all that the
 * writer does, and what stands around a document in a record and in an event.
 *
 * <p>Names, texts and whole documents have no limit here. Events are bounded by Lambda, and records by {@link
 * dev.longhaul.runtime.store.CheckpointStore#maxRecordBytes their store}.
 */
final class Documents {

    /** How deep a state, a start event or a result may be nested. Generated code takes a level by calling itself. */
    static final int DEPTH = 1_000;

    /** More than a record puts around a document, and an event around a record. */
    private static final int LEVELS_AROUND = 16;

    /** The digits of a number that is not quoted. Those of a BigDecimal or BigInteger are, and have no limit. */
    static final int DIGITS = 1_000;

    /** Writes a state or a result, and reads a record and an event as well, which have such documents in them. */
    static final JsonFactory JSON = factory();

    private Documents() {}

    private static JsonFactory factory() {
        return JsonFactory.builder()
                .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
                .streamWriteConstraints(
                        StreamWriteConstraints.builder().maxNestingDepth(DEPTH).build())
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH + LEVELS_AROUND)
                        .maxNumberLength(DIGITS)
                        .maxNameLength(Integer.MAX_VALUE)
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                // Names come from events and from the keys of maps: a table would refuse those that collide in it.
                .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                .build();
    }
}
