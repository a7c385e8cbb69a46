package dev.longhaul.store.s3;

import dev.longhaul.aws.AwsFailures;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean for another try. */
final class Failures {

    /** What S3 answers with other codes, though it passes. */
    private static final Set<String> PASSING =
            Set.of("RequestTimeout", "OperationAborted", "ConditionalRequestConflict");

    private static final Map<String, String> HINTS = Map.of(
            "NoSuchBucket", " Make the bucket, or name another one in LONGHAUL_STORE.",
            "AccessDenied",
                    " The role needs s3:GetObject, s3:PutObject, s3:PutObjectTagging and s3:DeleteObject on the objects, and"
                            + " s3:ListBucket on the bucket.",
            "PermanentRedirect", " Set AWS_REGION to the bucket's region.",
            "AuthorizationHeaderMalformed", " Set AWS_REGION to the bucket's region.",
            "NotImplemented", " The server must know conditional writes (If-Match, If-None-Match) and object tags.");

    private Failures() {}

    /** The exception of the store for one of the SDK's. */
    static StoreException of(String what, String bucket, SdkException cause) {
        String message =
                "a chain's record could not be " + what + " in the S3 bucket " + bucket + ": " + cause.getMessage();
        if (worthRetrying(cause)) {
            return new StoreUnavailableException(message, cause);
        }
        return new StoreException(message + HINTS.getOrDefault(AwsFailures.code(cause), ""), cause);
    }

    private static boolean worthRetrying(SdkException e) {
        return AwsFailures.worthRetrying(e) || PASSING.contains(AwsFailures.code(e));
    }
}
