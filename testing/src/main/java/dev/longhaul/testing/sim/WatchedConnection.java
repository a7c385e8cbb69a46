package dev.longhaul.testing.sim;

import dev.longhaul.testing.sim.Point.Call;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A connection of a job's, whose commits and rollbacks are points, and which ends with the process. */
final class WatchedConnection implements InvocationHandler {

    private final Connection connection;
    private final SimProcess process;
    private final SimStore.SimPoints points;

    private WatchedConnection(Connection connection, SimProcess process, SimStore.SimPoints points) {
        this.connection = connection;
        this.process = process;
        this.points = points;
    }

    static Connection of(Connection connection, SimProcess process, SimStore.SimPoints points) {
        WatchedConnection watched = new WatchedConnection(connection, process, points);
        process.atDeath(watched::breakOff);
        return (Connection) Proxy.newProxyInstance(
                WatchedConnection.class.getClassLoader(), new Class<?>[] {Connection.class}, watched);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        return switch (method.getName()) {
            case "commit" -> ending(Call.COMMIT, method, arguments);
            // A rollback to a savepoint does not end the transaction.
            case "rollback" -> arguments == null ? ending(Call.ROLLBACK, method, null) : alive(method, arguments);
            case "close" -> closed(method);
            case "equals" -> arguments != null && proxy == arguments[0];
            case "hashCode" -> System.identityHashCode(proxy);
            case "toString", "isClosed" -> call(method, arguments);
            default -> alive(method, arguments);
        };
    }

    private @Nullable Object ending(Call call, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        points.<Boolean, Exception>call(
                call,
                () -> {
                    call(method, arguments);
                    process.joined(false);
                    return true;
                },
                () -> {
                    breakOff();
                    return new SQLException("the connection is broken: the test says so", "08006");
                });
        return null;
    }

    private @Nullable Object closed(Method method) throws Exception {
        if (!process.isDead()) {
            call(method, null);
            process.joined(false);
        }
        return null;
    }

    private @Nullable Object alive(Method method, @Nullable Object @Nullable [] arguments) throws Exception {
        process.requireAlive();
        return call(method, arguments);
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Exception {
        try {
            return method.invoke(connection, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            throw e;
        }
    }

    /** Lets go of the connection as the server does that finds its client gone. */
    private void breakOff() {
        try {
            if (!connection.isClosed()) {
                if (!connection.getAutoCommit()) {
                    connection.rollback();
                }
                connection.close();
            }
        } catch (SQLException e) {
            // The server has ended it already.
        }
        process.joined(false);
    }
}
