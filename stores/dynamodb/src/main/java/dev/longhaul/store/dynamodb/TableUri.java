package dev.longhaul.store.dynamodb;

import java.util.regex.Pattern;

/**
 * A table, as the store's URI names it.
 *
 * @param table the table's name
 */
record TableUri(String table) {

    static final String PREFIX = "dynamodb:";
    static final String FORM = "dynamodb://table";

    private static final String BEGIN = "dynamodb://";
    /** DynamoDB's rule for the names of tables. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    /**
     * The table that a URI names.
     *
     * @throws IllegalArgumentException when the URI has not the {@link #FORM}
     */
    static TableUri of(String uri) {
        String table = uri.startsWith(BEGIN) ? uri.substring(BEGIN.length()) : "";
        if (!NAME.matcher(table).matches()) {
            throw new IllegalArgumentException(
                    "LONGHAUL_STORE is \"" + uri + "\", which names no DynamoDB table. Its form is "
                            + FORM
                            + ", and a table's name has 3 to 255 letters, digits, '-', '_' and '.'. The region is that of"
                            + " AWS_REGION.");
        }
        return new TableUri(table);
    }
}
