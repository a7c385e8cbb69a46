package dev.longhaul.store.jdbc;

import dev.longhaul.runtime.store.CheckpointStore;
import dev.longhaul.runtime.store.CheckpointStoreProvider;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/** Opens {@code jdbc:postgresql:} stores; the connection is made at the first call. */
public final class JdbcStoreProvider implements CheckpointStoreProvider {

    @Override
    public String prefix() {
        return "jdbc:postgresql:";
    }

    @Override
    public String form() {
        return "jdbc:postgresql://host:port/database?user=...";
    }

    @Override
    public CheckpointStore open(String uri, Map<String, String> environment) {
        try {
            DriverManager.getDriver(uri);
        } catch (SQLException e) {
            throw new IllegalArgumentException(
                    "LONGHAUL_STORE begins with jdbc:postgresql: but PostgreSQL's driver does not know its form. It is "
                            + form(),
                    e);
        }
        return new JdbcStore(new Connections(uri));
    }
}
