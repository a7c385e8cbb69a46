package dev.longhaul.testing.sim;

import java.sql.Connection;

/** Points in the middle of a step, for fakes of the services that a job calls to say where it could die. */
public interface KillPoints {

    /**
     * The job may die here.
     *
     * @param name what has just happened, for the transcript: {@code "the card was charged"}
     */
    void pass(String name);

    /**
     * The same connection, at whose {@code commit()} and {@code rollback()} the job may die, before and after. A job that
     * dies leaves it as a process does that is killed: what was not committed is rolled back, and nothing more is done with
     * it.
     *
     * @param connection an open one
     */
    Connection watch(Connection connection);
}
