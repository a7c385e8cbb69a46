package dev.longhaul.store.jdbc;

import java.util.Set;

/** What PostgreSQL's error codes mean for another try; the codes and their classes are those of its manual's appendix A. */
final class SqlStates {

    private static final Set<String> PASSING_CLASSES = Set.of(
            // The connection: broken, refused, or the pooler has no server for it.
            "08",
            // The transaction was rolled back for the sake of others: a conflict, a deadlock.
            "40",
            // Resources: disk, memory, connections.
            "53",
            // An operator or a timeout ended it; the server starts or stops.
            "57",
            // The system below the server: I/O.
            "58");

    private static final Set<String> PASSING = Set.of(
            // The server has been demoted, and its successor is found by connecting anew.
            "25006",
            // Timeouts of a transaction.
            "25P03",
            "25P04",
            // A prepared statement of a session that a pooler has given to somebody else; another connection has
            // another one.
            "26000",
            "42P05",
            // Somebody holds the lock, or uses the table.
            "55006",
            "55P03",
            // "Internal error": also what a server says while its catalogue changes. XX001 and XX002, corruption, stay.
            "XX000");

    private SqlStates() {}

    static boolean worthRetrying(String state) {
        return state.length() < 2 || PASSING_CLASSES.contains(state.substring(0, 2)) || PASSING.contains(state);
    }
}
