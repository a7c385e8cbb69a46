package dev.longhaul.store.dynamodb;

import static dev.longhaul.store.dynamodb.Items.CHAIN;
import static dev.longhaul.store.dynamodb.Items.JOB;
import static dev.longhaul.store.dynamodb.Items.LEASE_UNTIL;
import static dev.longhaul.store.dynamodb.Items.LIVE;
import static dev.longhaul.store.dynamodb.Items.LIVE_INDEX;
import static dev.longhaul.store.dynamodb.Items.REVISION;
import static dev.longhaul.store.dynamodb.Items.UPDATED_AT;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.Listing;
import dev.longhaul.runtime.store.StoreException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.PutItemRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;

/**
 * The chains in one DynamoDB table, an item a chain.
 *
 * <p>Reads are strongly consistent. The index of living chains is not: it names chains, whose items are then read, so that
 * a chain that was claimed a moment ago is never overdue; one whose lease ended within the last moments may be missing from
 * {@link #overdue} until the next call. Thread-safe.
 */
final class DynamoDbStore implements CheckpointStore {

    private final TableUri uri;
    private final DynamoDbClient client;

    DynamoDbStore(TableUri uri, DynamoDbClient client) {
        this.uri = uri;
        this.client = client;
    }

    @Override
    public Optional<ChainRecord> read(String job, String chainId) {
        Map<String, AttributeValue> key = Items.key(job, chainId);
        return call("read", () -> item(key));
    }

    @Override
    public boolean write(ChainRecord next) {
        PutItemRequest.Builder put =
                PutItemRequest.builder().tableName(uri.table()).item(Items.of(next));
        if (next.revision() == 1) {
            put.conditionExpression("attribute_not_exists(" + CHAIN + ")");
        } else {
            put.conditionExpression(REVISION + " = :stored")
                    .expressionAttributeValues(Map.of(":stored", Items.number(next.revision() - 1)));
        }
        return call("written", () -> {
            try {
                client.putItem(put.build());
                return true;
            } catch (ConditionalCheckFailedException e) {
                return false;
            }
        });
    }

    @Override
    public Listing overdue(long now, int limit) {
        QueryRequest query = QueryRequest.builder()
                .tableName(uri.table())
                .indexName(LIVE_INDEX)
                .keyConditionExpression(LIVE + " = :yes and " + LEASE_UNTIL + " <= :now")
                .expressionAttributeValues(Map.of(":yes", Items.YES, ":now", Items.number(now)))
                .limit(limit)
                .build();
        // The index lags behind: a chain may have been claimed, or have ended, a moment ago.
        return call(
                "listed",
                () -> listing(
                        entries(query).iterator(),
                        chain -> chain.leaseOver(now),
                        Comparator.comparingLong(ChainRecord::leaseUntil),
                        limit));
    }

    /** Reads through all items of the job, ended chains included: one read unit for each 4 KB of them. */
    @Override
    public Listing list(String job, int limit) {
        QueryRequest query = QueryRequest.builder()
                .tableName(uri.table())
                .keyConditionExpression(JOB + " = :job")
                .expressionAttributeValues(Map.of(":job", Items.job(job)))
                .projectionExpression(String.join(", ", JOB, CHAIN, UPDATED_AT))
                .consistentRead(true)
                .build();
        return call(
                "listed",
                () -> listing(
                        entries(query)
                                .sorted(Comparator.comparingLong(DynamoDbStore::updatedAt)
                                        .reversed())
                                .iterator(),
                        chain -> true,
                        Comparator.comparingLong(ChainRecord::updatedAt).reversed(),
                        limit));
    }

    /** The first chains that entries name, each of which is read. */
    private Listing listing(
            Iterator<Map<String, AttributeValue>> entries,
            Predicate<ChainRecord> wanted,
            Comparator<ChainRecord> order,
            int limit) {
        List<ChainRecord> chains = new ArrayList<>();
        List<RuntimeException> unreadable = new ArrayList<>();
        while (chains.size() < limit && entries.hasNext()) {
            Map<String, AttributeValue> key = keyOf(entries.next());
            try {
                item(key).filter(wanted).ifPresent(chains::add);
            } catch (StoreException e) {
                unreadable.add(e);
            }
        }
        chains.sort(order);
        return new Listing(chains, unreadable);
    }

    @Override
    public long maxRecordBytes() {
        return Items.LARGEST_RECORD;
    }

    @Override
    public String name() {
        return "dynamodb://" + uri.table();
    }

    @Override
    public void close() {
        client.close();
    }

    /** What a query finds, page by page as it is asked for. */
    private Stream<Map<String, AttributeValue>> entries(QueryRequest query) {
        return client.queryPaginator(query).items().stream();
    }

    private Optional<ChainRecord> item(Map<String, AttributeValue> key) {
        Map<String, AttributeValue> item = client.getItem(GetItemRequest.builder()
                        .tableName(uri.table())
                        .key(key)
                        .consistentRead(true)
                        .build())
                .item();
        return item.isEmpty() ? Optional.empty() : Optional.of(Items.record(item));
    }

    private static long updatedAt(Map<String, AttributeValue> entry) {
        AttributeValue updatedAt = entry.get(UPDATED_AT);
        try {
            return updatedAt == null || updatedAt.n() == null ? 0 : Long.parseLong(updatedAt.n());
        } catch (NumberFormatException e) {
            // Another program's item; it is told when it is read.
            return 0;
        }
    }

    private static Map<String, AttributeValue> keyOf(Map<String, AttributeValue> entry) {
        return Map.of(JOB, entry.get(JOB), CHAIN, entry.get(CHAIN));
    }

    private <T> T call(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw Failures.of(what, uri, e);
        }
    }
}
