package dev.longhaul.store.s3;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStoreProvider;
import java.util.Map;

/**
 * Opens {@code s3:} stores. The region, the credentials and {@code AWS_ENDPOINT_URL_S3} are taken from the environment as
 * the AWS SDK takes them; nothing is sent before the first call.
 */
public final class S3StoreProvider implements CheckpointStoreProvider {

    @Override
    public String prefix() {
        return BucketUri.SCHEME;
    }

    @Override
    public String form() {
        return BucketUri.FORM;
    }

    @Override
    public CheckpointStore open(String uri, Map<String, String> environment) {
        BucketUri bucket = BucketUri.of(uri);
        return new S3Store(new Keys(bucket.prefix()), new Bucket(bucket.bucket(), Clients.of(environment)));
    }
}
