package dev.longhaul.store.s3;

import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean for another try. */
final class Failures {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;
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
        return new StoreException(message + HINTS.getOrDefault(code(cause), ""), cause);
    }

    private static boolean worthRetrying(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return answer.isThrottlingException()
                    || answer.isClockSkewException()
                    || answer.statusCode() == TOO_MANY_REQUESTS
                    || (answer.statusCode() >= SERVER_ERROR && answer.statusCode() != NOT_IMPLEMENTED)
                    || PASSING.contains(code(e));
        }
        return e.retryable()
                || e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || fromNetwork(e);
    }

    private static boolean fromNetwork(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }

    private static String code(SdkException e) {
        if (e instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            String code = answer.awsErrorDetails().errorCode();
            return code == null ? "" : code;
        }
        return "";
    }
}
