package dev.longhaul.store.jdbc;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.JobContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.function.BooleanSupplier;

/** Jobs that book payments in one transaction with their state. */
final class Bookings {

    /** How many payments each of them books. */
    static final int ALL = 3;

    private Bookings() {}

    /** The database that they book in. */
    interface Database {
        Connection open() throws SQLException;
    }

    private static void book(Connection connection, int payment, String key) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("insert into booking (payment, key) values (?, ?)")) {
            insert.setInt(1, payment);
            insert.setString(2, key);
            insert.executeUpdate();
        }
    }

    /** A transaction in each step. */
    @LongRunning
    static class InEachStep {

        Database database = () -> null;

        @State
        int next;

        @Step
        void book(JobContext job) throws SQLException {
            try (Connection connection = database.open()) {
                connection.setAutoCommit(false);
                Bookings.book(connection, next, job.idempotencyKey());
                next++;
                job.checkpoint(connection);
                connection.commit();
            }
        }

        @Terminate
        boolean done() {
            return next >= ALL;
        }
    }

    /** Two transactions in each step, and a plain checkpoint between them. */
    @LongRunning
    static class TwoInEachStep {

        Database database = () -> null;

        @State
        int next;

        @Step
        void book(JobContext job) throws SQLException {
            bookOne(job);
            if (!done()) {
                job.checkpoint();
                bookOne(job);
            }
        }

        private void bookOne(JobContext job) throws SQLException {
            try (Connection connection = database.open()) {
                connection.setAutoCommit(false);
                Bookings.book(connection, next, job.idempotencyKey());
                next++;
                job.checkpoint(connection);
                connection.commit();
            }
        }

        @Terminate
        boolean done() {
            return next >= ALL;
        }
    }

    /** It rolls its second transaction back and goes on as if nothing had happened: the engine has to find out. */
    @LongRunning
    static class RollsBack {

        Database database = () -> null;

        /** Whether a transaction is to be rolled back: asked once for each. */
        BooleanSupplier refused = () -> false;

        @State
        int next;

        @Step
        void book(JobContext job) throws SQLException {
            try (Connection connection = database.open()) {
                connection.setAutoCommit(false);
                Bookings.book(connection, next, job.idempotencyKey());
                next++;
                job.checkpoint(connection);
                if (refused.getAsBoolean()) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }

        @Terminate
        boolean done() {
            return next >= ALL;
        }
    }

    /** It catches what its commit throws. */
    @LongRunning
    static class CatchesEverything {

        Database database = () -> null;

        @State
        int next;

        @Step
        void book(JobContext job) {
            try (Connection connection = database.open()) {
                connection.setAutoCommit(false);
                Bookings.book(connection, next, job.idempotencyKey());
                next++;
                job.checkpoint(connection);
                connection.commit();
            } catch (SQLException e) {
                job.progress(next, ALL, e.getMessage());
            }
        }

        @Terminate
        boolean done() {
            return next >= ALL;
        }
    }
}
