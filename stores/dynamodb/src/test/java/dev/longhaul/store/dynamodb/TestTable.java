package dev.longhaul.store.dynamodb;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/**
 * The table of the tests, as a job's template makes it: on dynalite; or, where {@code LONGHAUL_TEST_DYNAMODB_TABLE} names
 * one, on AWS, or on the endpoint {@code AWS_ENDPOINT_URL_DYNAMODB}, with the region and the credentials of the environment.
 * A table that isn't there is made.
 */
final class TestTable {

    private static final String VARIABLE = "LONGHAUL_TEST_DYNAMODB_TABLE";

    private final Map<String, String> environment;
    private final String name;
    private final @Nullable Dynalite server;

    private TestTable(Map<String, String> environment, String name, @Nullable Dynalite server) {
        this.environment = environment;
        this.name = name;
        this.server = server;
    }

    /** The table that the environment names, or one on dynalite. */
    static TestTable open() throws Exception {
        String named = System.getenv(VARIABLE);
        if (named == null) {
            return onDynalite();
        }
        TestTable table = new TestTable(System.getenv(), named, null);
        table.create();
        return table;
    }

    /** A table on a dynalite of its own. */
    static TestTable onDynalite() throws Exception {
        Dynalite server = Dynalite.start();
        TestTable table = new TestTable(local(server.endpoint()), "longhaul-chains", server);
        table.create();
        return table;
    }

    /** The environment of a function that finds DynamoDB at an endpoint on this machine. */
    static Map<String, String> local(String endpoint) {
        return Map.of(
                "AWS_ACCESS_KEY_ID",
                "test",
                "AWS_SECRET_ACCESS_KEY",
                "test",
                "AWS_REGION",
                "us-east-1",
                "AWS_ENDPOINT_URL_DYNAMODB",
                endpoint);
    }

    Map<String, String> environment() {
        return new HashMap<>(environment);
    }

    String uri() {
        return "dynamodb://" + name;
    }

    String name() {
        return name;
    }

    String endpoint() {
        return environment.get("AWS_ENDPOINT_URL_DYNAMODB");
    }

    void close() throws Exception {
        if (server != null) {
            server.stop();
        }
    }

    private void create() {
        try (DynamoDbClient client = Clients.of(environment)) {
            try {
                client.describeTable(request -> request.tableName(name));
                return;
            } catch (ResourceNotFoundException e) {
                client.createTable(request -> request.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .attributeDefinitions(
                                attribute(Items.JOB, ScalarAttributeType.S),
                                attribute(Items.CHAIN, ScalarAttributeType.S),
                                attribute(Items.LIVE, ScalarAttributeType.S),
                                attribute(Items.LEASE_UNTIL, ScalarAttributeType.N))
                        .keySchema(keys(Items.JOB, Items.CHAIN))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName(Items.LIVE_INDEX)
                                .keySchema(keys(Items.LIVE, Items.LEASE_UNTIL))
                                .projection(projection -> projection.projectionType(ProjectionType.KEYS_ONLY))
                                .build()));
            }
            client.waiter().waitUntilTableExists(request -> request.tableName(name));
        }
    }

    private static List<KeySchemaElement> keys(String partition, String sort) {
        return List.of(key(partition, KeyType.HASH), key(sort, KeyType.RANGE));
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
