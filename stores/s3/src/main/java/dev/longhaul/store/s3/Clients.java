package dev.longhaul.store.s3;

import dev.longhaul.aws.AwsClients;
import dev.longhaul.aws.AwsClients.Service;
import java.time.Duration;
import java.util.Map;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3ClientBuilder;

/** Makes clients of S3 and of servers like it. A call that carries a record may take longer than others. */
final class Clients {

    private static final Service S3 = new Service("S3", "S3", "s3", "bucket");

    private Clients() {}

    /**
     * A client of the region, the credentials and the endpoint that the environment names.
     *
     * @throws IllegalArgumentException when it names no region, half of the credentials, or an endpoint that is no URI
     */
    static S3Client of(Map<String, String> environment) {
        S3ClientBuilder builder = S3Client.builder()
                // Records are sent as they are: no chunks or trailers, which not every server of the S3 API takes, and
                // no waiting for "100 Continue", which java.net's client does badly.
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .serviceConfiguration(
                        service -> service.chunkedEncodingEnabled(false).expectContinueEnabled(false))
                .overrideConfiguration(AwsClients.calls().build());
        if (AwsClients.endpoint(S3, environment) != null) {
            // By path: a server of one's own seldom has a name for each bucket.
            builder.forcePathStyle(true);
        }
        return AwsClients.build(builder, S3, environment);
    }

    /** How long a call may take that carries so many bytes: a second more for each 4 MB. */
    static Duration timeout(long bytes) {
        return Duration.ofSeconds(AwsClients.CALL_SECONDS + bytes / (4L << 20));
    }
}
