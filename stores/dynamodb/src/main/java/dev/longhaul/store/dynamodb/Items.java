package dev.longhaul.store.dynamodb;

import dev.longhaul.runtime.chain.ChainJson;
import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.CorruptRecordException;
import dev.longhaul.runtime.store.RecordTooLargeException;
import dev.longhaul.runtime.store.StoreException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A record as an item: the record itself as JSON, and beside it what conditions and indexes look at. */
final class Items {

    static final String JOB = "job";
    static final String CHAIN = "chainId";
    static final String REVISION = "revision";
    static final String RECORD = "record";
    /** Only in chains that are open, so that the index over it holds no others. */
    static final String LIVE = "live";

    /** The index of the chains that have not ended, or whose end is to be told, by {@link #LIVE} and {@link #LEASE_UNTIL}; the template makes it. */
    static final String LIVE_INDEX = "live";

    static final String LEASE_UNTIL = "leaseUntil";
    static final String UPDATED_AT = "updatedAt";
    /** When DynamoDB may delete the item, in seconds of the epoch. */
    static final String TTL = "ttl";

    /** What stands in every {@link #LIVE}: one partition, which is written at claims and handoffs only. */
    static final AttributeValue YES = text("yes");

    /** DynamoDB's limit for an item, attribute names included. */
    private static final long LARGEST_ITEM = 400 * 1024;

    private static final int LONGEST_JOB = 2048;
    private static final int LONGEST_CHAIN = 1024;
    /** The names of the attributes, and numbers and marks beside the record: 4 numbers of at most 21 bytes each. */
    private static final int OTHER_ATTRIBUTES = 1024;

    /** What a record may have, beside the longest ids. */
    static final long LARGEST_RECORD = LARGEST_ITEM - LONGEST_JOB - LONGEST_CHAIN - OTHER_ATTRIBUTES;

    private Items() {}

    /**
     * The item of a record.
     *
     * @throws RecordTooLargeException when DynamoDB can't hold it
     */
    static Map<String, AttributeValue> of(ChainRecord record) {
        Map<String, AttributeValue> item = new HashMap<>(key(record.job(), record.chainId()));
        item.put(REVISION, number(record.revision()));
        item.put(UPDATED_AT, number(record.updatedAt()));
        if (record.open()) {
            item.put(LIVE, YES);
            item.put(LEASE_UNTIL, number(record.leaseUntil()));
        }
        if (record.status().terminal() && record.expiresAt() > 0) {
            // Rounded up: not before its time.
            item.put(TTL, number((record.expiresAt() - 1) / 1000 + 1));
        }
        String json = ChainJson.write(record);
        RecordTooLargeException.check(record, json, LARGEST_RECORD);
        item.put(RECORD, text(json));
        return item;
    }

    /**
     * The record of an item.
     *
     * @throws StoreException when the item holds none
     */
    static ChainRecord record(Map<String, AttributeValue> item) {
        AttributeValue record = item.get(RECORD);
        if (record == null || record.s() == null) {
            throw corrupt(item, "it has no text in its attribute \"" + RECORD + "\"", null);
        }
        try {
            return ChainJson.read(record.s());
        } catch (CorruptRecordException e) {
            throw corrupt(item, e.getMessage(), e);
        }
    }

    private static StoreException corrupt(
            Map<String, AttributeValue> item, @Nullable String why, @Nullable Exception cause) {
        return new StoreException(
                "the item of the chain \"" + id(item, CHAIN) + "\" of the job " + id(item, JOB)
                        + " holds no chain's record: " + why + ". Put back what was there, or delete it.",
                cause);
    }

    private static String id(Map<String, AttributeValue> item, String part) {
        AttributeValue id = item.get(part);
        return id == null ? "" : id.s();
    }

    static Map<String, AttributeValue> key(String job, String chainId) {
        return Map.of(JOB, job(job), CHAIN, keyPart("chain", chainId, LONGEST_CHAIN));
    }

    /** The partition of a job's chains. */
    static AttributeValue job(String job) {
        return keyPart("job", job, LONGEST_JOB);
    }

    static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    private static AttributeValue keyPart(String what, String id, int longest) {
        // Half a surrogate pair would be sent as '?', and the chain would be taken for another one.
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(id)) {
            throw new StoreException(
                    "the id \"" + id + "\" of a " + what
                            + " has half a surrogate pair, which DynamoDB can't hold. Name it without.",
                    null);
        }
        int bytes = bytes(id);
        if (bytes == 0 || bytes > longest) {
            throw new StoreException(
                    "the id of a " + what + " has " + bytes + " bytes, and DynamoDB holds 1 to " + longest
                            + " in a key. Name it accordingly: \"" + id + "\"",
                    null);
        }
        return text(id);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
