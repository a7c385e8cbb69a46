package dev.longhaul.store.dynamodb;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * A table and its indexes, as the store's URI names them.
 *
 * @param table the table's name
 * @param liveIndex the index of the chains that have not ended: partition key {@code live}, sort key {@code leaseUntil}
 * @param jobIndex the index of a job's chains: partition key {@code job}, sort key {@code updatedAt}; empty where the table
 *     has none
 */
record TableUri(String table, String liveIndex, String jobIndex) {

    static final String PREFIX = "dynamodb://";
    static final String FORM = "dynamodb://table[?liveIndex=name][&jobIndex=name]";

    private static final String LIVE_INDEX = "liveIndex";
    private static final String JOB_INDEX = "jobIndex";
    private static final Set<String> PARAMETERS = Set.of(LIVE_INDEX, JOB_INDEX);
    /** DynamoDB's rule for the names of tables and of indexes. */
    private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9_.-]{3,255}");

    /**
     * The table that a URI names.
     *
     * @throws IllegalArgumentException when the URI has not the {@link #FORM}
     */
    static TableUri of(String uri) {
        String rest = uri.substring(PREFIX.length());
        int query = rest.indexOf('?');
        String table = named(uri, query < 0 ? rest : rest.substring(0, query));
        TableUri result = new TableUri(table, "live-leaseUntil-index", "job-updatedAt-index");
        for (String parameter :
                query < 0 ? new String[0] : rest.substring(query + 1).split("&", -1)) {
            result = result.with(uri, parameter);
        }
        return result;
    }

    private TableUri with(String uri, String parameter) {
        int equals = parameter.indexOf('=');
        String key = equals < 0 ? parameter : parameter.substring(0, equals);
        if (equals < 0 || !PARAMETERS.contains(key)) {
            throw new IllegalArgumentException("LONGHAUL_STORE is \"" + uri + "\", and this store has no parameter \""
                    + key + "\". Its form is " + FORM + ".");
        }
        String value = parameter.substring(equals + 1);
        if (key.equals(LIVE_INDEX)) {
            return new TableUri(table, named(uri, value), jobIndex);
        }
        return new TableUri(table, liveIndex, value.isEmpty() ? "" : named(uri, value));
    }

    private static String named(String uri, String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("LONGHAUL_STORE is \"" + uri + "\", and \"" + name
                    + "\" is no name of a DynamoDB table or index: those have 3 to 255 letters, digits, '-', '_' and '.'."
                    + " Its form is " + FORM + ".");
        }
        return name;
    }
}
