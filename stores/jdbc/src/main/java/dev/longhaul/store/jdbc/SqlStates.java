package dev.longhaul.store.jdbc;

import java.util.Set;

/** What PostgreSQL's error codes mean for another try; the classes are those of its manual's appendix A. */
final class SqlStates {

    /** Connection, transaction rollback, insufficient resources, operator intervention, system error. */
    private static final Set<String> PASSING = Set.of("08", "40", "53", "57", "58");

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private SqlStates() {}

    static boolean worthRetrying(String state) {
        return state.length() < 2 || PASSING.contains(state.substring(0, 2)) || state.equals(LOCK_NOT_AVAILABLE);
    }
}
