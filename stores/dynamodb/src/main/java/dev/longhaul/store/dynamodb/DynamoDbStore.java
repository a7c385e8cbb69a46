package dev.longhaul.store.dynamodb;

import static dev.longhaul.store.dynamodb.Items.CHAIN;
import static dev.longhaul.store.dynamodb.Items.JOB;
import static dev.longhaul.store.dynamodb.Items.LEASE_UNTIL;
import static dev.longhaul.store.dynamodb.Items.LIVE;
import static dev.longhaul.store.dynamodb.Items.REVISION;
import static dev.longhaul.store.dynamodb.Items.UPDATED_AT;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.store.CheckpointStore;
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
 * <p>Reads are strongly consistent. The indexes are not: they name chains, whose items are then read, so that a chain that
 * was claimed a moment ago is never overdue; one whose lease ended, or that was written, within the last moments may be
 * missing from {@link #overdue} and {@link #list} until the next call. Thread-safe.
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
            put.conditionExpression("attribute_not_exists(" + REVISION + ")");
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
    public List<ChainRecord> overdue(long now, int limit) {
        QueryRequest query = QueryRequest.builder()
                .tableName(uri.table())
                .indexName(uri.liveIndex())
                .keyConditionExpression(LIVE + " = :yes and " + LEASE_UNTIL + " <= :now")
                .expressionAttributeValues(Map.of(":yes", Items.YES, ":now", Items.number(now)))
                .limit(limit)
                .build();
        return call("listed", () -> {
            List<ChainRecord> overdue = new ArrayList<>(items(entries(query), chain -> chain.leaseOver(now), limit));
            overdue.sort(Comparator.comparingLong(ChainRecord::leaseUntil));
            return List.copyOf(overdue);
        });
    }

    /** Without an index for it, this reads all items of the job: 1,024 read units for each 4 MB. */
    @Override
    public List<ChainRecord> list(String job, int limit) {
        QueryRequest.Builder query = QueryRequest.builder()
                .tableName(uri.table())
                .keyConditionExpression(JOB + " = :job")
                .expressionAttributeValues(Map.of(":job", Items.text(job)));
        return call("listed", () -> {
            Stream<Map<String, AttributeValue>> newest = uri.jobIndex().isEmpty()
                    ? entries(query.consistentRead(true)
                                    .projectionExpression(String.join(", ", JOB, CHAIN, UPDATED_AT))
                                    .build())
                            .sorted(Comparator.comparingLong(DynamoDbStore::updatedAt)
                                    .reversed())
                    : entries(query.indexName(uri.jobIndex())
                            .scanIndexForward(false)
                            .limit(limit)
                            .build());
            List<ChainRecord> chains = new ArrayList<>(items(newest, chain -> true, limit));
            chains.sort(Comparator.comparingLong(ChainRecord::updatedAt).reversed());
            return List.copyOf(chains);
        });
    }

    @Override
    public void close() {
        client.close();
    }

    /** What a query finds, page by page as it is asked for. */
    private Stream<Map<String, AttributeValue>> entries(QueryRequest query) {
        return client.queryPaginator(query).items().stream();
    }

    /** The first chains that entries name and that are wanted. Each is read anew: an index lags behind its table. */
    private List<ChainRecord> items(
            Stream<Map<String, AttributeValue>> entries, Predicate<ChainRecord> wanted, int limit) {
        List<ChainRecord> chains = new ArrayList<>();
        Iterator<Map<String, AttributeValue>> each = entries.iterator();
        while (chains.size() < limit && each.hasNext()) {
            Map<String, AttributeValue> entry = each.next();
            item(Map.of(JOB, entry.get(JOB), CHAIN, entry.get(CHAIN)))
                    .filter(wanted)
                    .ifPresent(chains::add);
        }
        return chains;
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
        return updatedAt == null ? 0 : Long.parseLong(updatedAt.n());
    }

    private <T> T call(String what, Supplier<T> work) {
        try {
            return work.get();
        } catch (SdkException e) {
            throw Failures.of(what, uri, e);
        }
    }
}
