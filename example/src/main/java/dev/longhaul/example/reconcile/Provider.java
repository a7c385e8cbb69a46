package dev.longhaul.example.reconcile;

import dev.longhaul.example.http.JsonApi;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The provider's payments, in the order of their ids. Thread-safe. */
final class Provider {

    private final JsonApi api;

    Provider(JsonApi api) {
        this.api = api;
    }

    /**
     * A page of the payments.
     *
     * @param payments those on it
     * @param next the last id on it, behind which the next page begins; null on the last page
     * @param total all payments there are
     */
    record Page(List<Payment> payments, @Nullable String next, long total) {}

    /**
     * The payments behind an id. A page that is asked for by the id that it begins behind can't skip a payment, whatever comes
     * and goes on the pages before it; one that is asked for by its number does.
     *
     * @param until only those that were begun before
     */
    Page page(String after, int limit, Instant until) throws IOException, InterruptedException {
        return api.get(
                "/payments?after=" + URLEncoder.encode(after, StandardCharsets.UTF_8) + "&limit=" + limit + "&until="
                        + until.getEpochSecond(),
                Page.class);
    }
}
