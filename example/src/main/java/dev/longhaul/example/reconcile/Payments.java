package dev.longhaul.example.reconcile;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.longhaul.example.http.JsonApi;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import javax.sql.DataSource;

/** What {@link ReconcilePayments} works with: the ledger's database and the provider. Thread-safe. */
public final class Payments implements AutoCloseable {

    /** The variable that holds the JDBC URL of the ledger's database, which holds the checkpoints as well. */
    public static final String LEDGER = "LEDGER_URL";

    /** The variable that holds the URL of the provider's API. */
    public static final String PROVIDER = "PROVIDER_URL";

    /** A call and what follows fits into what {@code safeMillis} leaves. */
    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final DataSource database;
    private final Provider provider;

    /** By the environment, as the function makes them. */
    Payments() {
        this(pool(Objects.requireNonNull(System.getenv(LEDGER))), Objects.requireNonNull(System.getenv(PROVIDER)));
    }

    /**
     * By hand, for a test.
     *
     * @param provider the URL of the provider's API
     */
    public Payments(DataSource database, String provider) {
        this.database = database;
        this.provider = new Provider(new JsonApi(provider, TIMEOUT));
    }

    private static DataSource pool(String url) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        // A function runs one hop at a time.
        config.setMaximumPoolSize(1);
        // While the database is away, it is the step that fails and is tried again, not the start of the function.
        config.setInitializationFailTimeout(-1);
        config.setConnectionTimeout(TIMEOUT.toMillis());
        return new HikariDataSource(config);
    }

    /** Begins a transaction on the ledger. */
    Ledger ledger() throws SQLException {
        return new Ledger(database);
    }

    /** The provider. */
    Provider provider() {
        return provider;
    }

    @Override
    public void close() {
        if (database instanceof HikariDataSource pool) {
            pool.close();
        }
    }
}
