package dev.longhaul.example.demo.reconcile;

import dev.longhaul.example.reconcile.Payment;
import dev.longhaul.example.reconcile.Payment.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** The ledger's tables, filled and read from outside. */
public final class LedgerTable {

    private final Connection connection;

    /** The tables in a database. */
    public LedgerTable(Connection connection) {
        this.connection = connection;
    }

    /** Empties the tables, and fills in payments. */
    public void fill(Collection<Payment> payments) throws SQLException {
        try (Statement statement = connection.createStatement();
                PreparedStatement insert =
                        connection.prepareStatement("insert into payment values (?, ?, ?, to_timestamp(?))")) {
            statement.execute("delete from payment; delete from mismatch");
            for (Payment payment : payments) {
                insert.setString(1, payment.id());
                insert.setLong(2, payment.cents());
                insert.setString(3, payment.status().name());
                insert.setLong(4, payment.created());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** All payments, in the order of their ids. */
    public List<Payment> payments() throws SQLException {
        List<Payment> payments = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "select id, cents, status, extract(epoch from created)::bigint from payment order by id")) {
            while (rows.next()) {
                payments.add(new Payment(
                        rows.getString(1), rows.getLong(2), Status.valueOf(rows.getString(3)), rows.getLong(4)));
            }
        }
        return payments;
    }

    /** The mismatches that were noted, each as one line, in the order of the payments' ids. */
    public List<String> mismatches() throws SQLException {
        List<String> mismatches = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select concat_ws(' ', payment, kind, was, becomes, outcome,"
                        + " approved_by) from mismatch order by payment")) {
            while (rows.next()) {
                mismatches.add(rows.getString(1));
            }
        }
        return mismatches;
    }
}
