package dev.longhaul.example;

import dev.longhaul.testing.sim.KillPoints;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A database at whose commits the job may die. */
public final class WatchedDatabase extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    /** Each process of a simulation is a thread. */
    private static final ThreadLocal<KillPoints> POINTS = new ThreadLocal<>();

    private final String url;

    /** The database of a JDBC URL. */
    public WatchedDatabase(String url) {
        this.url = url;
        setURL(url);
    }

    /** Its URL. */
    public String url() {
        return url;
    }

    /** The points of the process that this thread is. */
    public void points(KillPoints of) {
        POINTS.set(of);
    }

    @Override
    public Connection getConnection() throws SQLException {
        return POINTS.get().watch(super.getConnection());
    }
}
