package dev.longhaul.store.dynamodb;

import dev.longhaul.aws.AwsClients;
import dev.longhaul.aws.AwsClients.Service;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** Makes clients of DynamoDB. */
final class Clients {

    private static final Service DYNAMODB = new Service("DynamoDB", "DYNAMODB", "dynamodb", "table");

    private Clients() {}

    /**
     * A client of the region, the credentials and the endpoint that the environment names.
     *
     * @throws IllegalArgumentException when it names no region, half of the credentials, or an endpoint that is no URI
     */
    static DynamoDbClient of(Map<String, String> environment) {
        return AwsClients.build(
                DynamoDbClient.builder()
                        .overrideConfiguration(AwsClients.calls().build()),
                DYNAMODB,
                environment);
    }
}
