package dev.longhaul.aws;

import java.io.IOException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/** What the SDK's exceptions mean for another try. */
public final class AwsFailures {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    private static final int NOT_IMPLEMENTED = 501;

    private AwsFailures() {}

    /**
     * Whether the same call can go well later: it was throttled, the server failed, a clock is behind, or there was no
     * answer. Of a service's own codes that pass, the service knows.
     */
    public static boolean worthRetrying(SdkException e) {
        if (e instanceof AwsServiceException answer) {
            return answer.isThrottlingException()
                    || answer.isClockSkewException()
                    || answer.statusCode() == TOO_MANY_REQUESTS
                    || (answer.statusCode() >= SERVER_ERROR && answer.statusCode() != NOT_IMPLEMENTED);
        }
        return e.retryable()
                || e instanceof ApiCallTimeoutException
                || e instanceof ApiCallAttemptTimeoutException
                || fromNetwork(e);
    }

    /** The code of a service's answer, such as {@code NoSuchBucket}; empty where there is none. */
    public static String code(SdkException e) {
        if (e instanceof AwsServiceException answer && answer.awsErrorDetails() != null) {
            String code = answer.awsErrorDetails().errorCode();
            return code == null ? "" : code;
        }
        return "";
    }

    private static boolean fromNetwork(Throwable e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof IOException) {
                return true;
            }
        }
        return false;
    }
}
