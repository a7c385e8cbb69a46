package dev.longhaul.example.reconcile;

import dev.longhaul.testing.sim.KillPoints;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.ds.PGSimpleDataSource;

/** A database at whose commits the job may die. */
final class WatchedDatabase extends PGSimpleDataSource {

    private static final long serialVersionUID = 1L;

    private final String url;
    private transient KillPoints points;

    WatchedDatabase(String url) {
        this.url = url;
        setURL(url);
    }

    String url() {
        return url;
    }

    /** The points of the run that comes. */
    void points(KillPoints of) {
        points = of;
    }

    @Override
    public Connection getConnection() throws SQLException {
        return points.watch(super.getConnection());
    }
}
