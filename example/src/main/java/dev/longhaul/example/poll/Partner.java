package dev.longhaul.example.poll;

import dev.longhaul.example.http.JsonApi;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;

/** The partner's API: what {@link PollPartner} works with. Thread-safe. */
public class Partner {

    /** The variable that holds the URL of the API. */
    public static final String VARIABLE = "PARTNER_URL";

    private static final Duration TIMEOUT = Duration.ofSeconds(2);

    private final JsonApi api;

    /** By the environment, as the function makes it. */
    Partner() {
        this(Objects.requireNonNull(System.getenv(VARIABLE)));
    }

    /** By hand, for a test. */
    public Partner(String url) {
        api = new JsonApi(url, TIMEOUT);
    }

    /**
     * An order.
     *
     * @param ready whether the partner has all that it needs
     */
    record Order(boolean ready) {}

    /**
     * What the partner has done.
     *
     * @param number of the receipt
     */
    record Receipt(String number) {}

    /** How an order stands. */
    Order order(String id) throws IOException, InterruptedException {
        return api.get("/orders/" + escaped(id), Order.class);
    }

    /**
     * Has something done for an order: once under a key, however often it is asked for.
     *
     * @param operation what is to be done
     */
    Receipt operate(String id, String operation, String key) throws IOException, InterruptedException {
        return api.post("/orders/" + escaped(id) + "/" + escaped(operation), key, Receipt.class);
    }

    private static String escaped(String part) {
        return URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
