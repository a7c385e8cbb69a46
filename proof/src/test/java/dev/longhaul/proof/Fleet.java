package dev.longhaul.proof;

import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Request;
import dev.longhaul.local.LocalLambda;
import dev.longhaul.local.LocalOptions;
import dev.longhaul.local.invocation.Payload;
import dev.longhaul.runtime.continuation.Continuation;
import dev.longhaul.runtime.continuation.NextHop;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** All that a soak runs on: two stores' servers, a service, a local Lambda with the functions, and the ways between them. */
final class Fleet implements AutoCloseable {

    private static final int KEPT_EVENTS = 200;

    final Harbor harbor;
    final TcpRelay toHarbor;
    final TcpRelay toDynamo;
    final Lookout lookout = new Lookout();
    final Mail mail = new Mail();
    final LocalLambda lambda;
    final List<Route> routes;
    private final Plan plan;
    private final Path data;
    private final Dynalite dynalite;
    private final HttpRelay wire;
    private final Random fates;
    private final List<Request> events = new CopyOnWriteArrayList<>();
    final AtomicInteger longestEvent = new AtomicInteger();
    final AtomicInteger longestTrace = new AtomicInteger();
    final AtomicInteger disturbed = new AtomicInteger();
    private EmbeddedPostgres postgres;

    Fleet(Plan plan, Path folder) throws Exception {
        this.plan = plan;
        data = folder.resolve("data");
        fates = new Random(plan.seed());
        postgres = server(0);
        prepare(url(postgres.getPort()));
        dynalite = Dynalite.start();
        harbor = new Harbor();
        toHarbor = new TcpRelay(harbor.port());
        toDynamo = new TcpRelay(dynalite.port());
        wire = new HttpRelay(Invokes.NOWHERE, this::fate);
        String database = url(postgres.getPort());
        String dynamo = "http://127.0.0.1:" + toDynamo.port();
        DynamoTable.create(dynamo);
        routes = List.of(
                Route.of(
                        "postgres",
                        database,
                        Map.of(
                                "AWS_ENDPOINT_URL_LAMBDA",
                                wire.endpoint(),
                                Voyage.HARBOR,
                                "127.0.0.1:" + toHarbor.port(),
                                Voyage.DATABASE,
                                database),
                        plan.chains() - plan.chains() / 2),
                Route.of(
                        "dynamo",
                        "dynamodb://" + DynamoTable.NAME,
                        Map.of(
                                "AWS_ENDPOINT_URL_LAMBDA",
                                wire.endpoint(),
                                "AWS_ENDPOINT_URL_DYNAMODB",
                                dynamo,
                                Voyage.HARBOR,
                                "127.0.0.1:" + toHarbor.port()),
                        plan.chains() / 2));
        // AWS waits a minute and then two before it tries again; here a second and then two.
        lambda = LocalLambda.start(LocalOptions.defaults()
                .withConcurrency(2 * plan.chains())
                .withDelays(delay -> delay.dividedBy(60))
                .withListener(lookout));
        wire.connect(lambda.endpoint());
        routes.forEach(route -> route.create(lambda, plan));
    }

    /** Sends a chain's start event. */
    void start(Route route, String chain) {
        lambda.send(
                route.function(),
                Payload.of("{\"longhaul\":{\"v\":1,\"start\":\"" + chain + "\"},\"input\":{\"total\":" + plan.legs()
                        + ",\"legMillis\":" + plan.legMillis() + ",\"seed\":" + plan.seed() + "}}"));
    }

    /** Deploys a version of the job. */
    void deploy(boolean newer) {
        routes.forEach(route -> lambda.update(route.version(plan, newer)));
    }

    /** Sends what an operator's tools send. */
    Continuation continuation() {
        return new Continuation() {
            @Override
            public void send(NextHop next) {
                lambda.send(next.functionArn(), Payload.of(next.event()));
            }

            @Override
            public void close() {}
        };
    }

    /** Sends an event that has come before once more. */
    void sendAgain(int draw) {
        List<Request> sent = List.copyOf(events);
        if (!sent.isEmpty()) {
            Request chosen = sent.get(draw % sent.size());
            String[] path = chosen.path().split("/");
            lambda.send(URLDecoder.decode(path[3], StandardCharsets.UTF_8), Payload.of(chosen.text()));
            disturbed.incrementAndGet();
        }
    }

    private synchronized Fate fate(Request sent) {
        longestEvent.accumulateAndGet(sent.body().length, Math::max);
        longestTrace.accumulateAndGet(sent.header("X-Amzn-Trace-Id").length(), Math::max);
        events.add(sent);
        if (events.size() > KEPT_EVENTS) {
            events.remove(0);
        }
        int drawn = fates.nextInt(100);
        Fate fate =
                drawn < 4 ? Fate.DOUBLED : drawn < 7 ? Invokes.UNANSWERED : drawn < 10 ? Invokes.REFUSED : Fate.PASSED;
        disturbed.addAndGet(fate == Fate.PASSED ? 0 : 1);
        return fate;
    }

    void stopPostgres() throws IOException {
        postgres.close();
    }

    /** Starts the server again, on its data and its port. */
    void startPostgres() throws IOException {
        postgres = server(postgres.getPort());
    }

    /** The legs of a chain that have a row. */
    List<Integer> cargo(String chain) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url(postgres.getPort()));
                var query = connection.prepareStatement("select leg from cargo where chain = ? order by leg")) {
            query.setString(1, chain);
            List<Integer> legs = new ArrayList<>();
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    legs.add(rows.getInt(1));
                }
            }
            return legs;
        }
    }

    private static void prepare(String url) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            statement.execute("create table cargo (chain text, leg int, primary key (chain, leg))");
        }
    }

    private EmbeddedPostgres server(int port) throws IOException {
        return EmbeddedPostgres.builder()
                .setServerConfig("listen_addresses", "127.0.0.1")
                .setServerConfig("max_connections", "300")
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .start();
    }

    private static String url(int port) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/postgres?user=postgres";
    }

    @Override
    public void close() throws IOException {
        lambda.close();
        wire.close();
        routes.forEach(route -> route.store().close());
        toHarbor.close();
        toDynamo.close();
        harbor.close();
        dynalite.close();
        postgres.close();
    }
}
