package dev.longhaul.store.dynamodb;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStoreProvider;
import java.util.Map;

/**
 * Opens {@code dynamodb:} stores. The region, the credentials and {@code AWS_ENDPOINT_URL_DYNAMODB} are taken from the
 * environment as the AWS SDK takes them; nothing is sent before the first call.
 */
public final class DynamoDbStoreProvider implements CheckpointStoreProvider {

    @Override
    public String prefix() {
        return TableUri.PREFIX;
    }

    @Override
    public String form() {
        return TableUri.FORM;
    }

    @Override
    public CheckpointStore open(String uri, Map<String, String> environment) {
        return new DynamoDbStore(TableUri.of(uri), Clients.of(environment));
    }
}
