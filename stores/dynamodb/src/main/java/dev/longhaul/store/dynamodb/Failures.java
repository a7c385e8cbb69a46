package dev.longhaul.store.dynamodb;

import dev.longhaul.aws.AwsFailures;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.dynamodb.model.ReplicatedWriteConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** What the SDK's exceptions mean for another try. */
final class Failures {

    private Failures() {}

    /** The exception of the store for one of the SDK's. */
    static StoreException of(String what, TableUri uri, SdkException cause) {
        String message = "a chain's record could not be " + what + " in the DynamoDB table " + uri.table() + ": "
                + cause.getMessage();
        if (worthRetrying(cause)) {
            return new StoreUnavailableException(message, cause);
        }
        return new StoreException(message + hint(cause), cause);
    }

    private static boolean worthRetrying(SdkException e) {
        return AwsFailures.worthRetrying(e)
                // Another region, or another program's transaction, is writing the item at this moment.
                || e instanceof ReplicatedWriteConflictException
                || e instanceof TransactionConflictException;
    }

    private static String hint(SdkException e) {
        String message = e.getMessage() == null ? "" : e.getMessage();
        if (!message.contains("specified index")) {
            return "";
        }
        return " The table needs the index \"" + Items.LIVE_INDEX + "\": partition key " + Items.LIVE
                + ", a string; sort key " + Items.LEASE_UNTIL + ", a number. The template of a job has it.";
    }
}
