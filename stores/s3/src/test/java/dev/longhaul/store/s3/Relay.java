package dev.longhaul.store.s3;

import dev.longhaul.faults.Fate;
import dev.longhaul.faults.HttpRelay;
import dev.longhaul.faults.Request;
import dev.longhaul.faults.Response;
import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Stands between stores and s3proxy, and answers as S3 does where it does not pass on. */
final class Relay implements AutoCloseable {

    private final HttpRelay http;

    Relay(String behind) throws IOException {
        http = HttpRelay.oneByOne(URI.create(behind), request -> Fate.PASSED);
    }

    String endpoint() {
        return http.endpoint();
    }

    /** The requests so far. */
    List<Request> requests() {
        return http.requests();
    }

    void forgetRequests() {
        http.forgetRequests();
    }

    /** What was to happen and has not. */
    void forgetFaults() {
        http.forgetPlans();
    }

    /** The next such request is done, and its answer lost. */
    void loseAnswer(String method, String part) {
        http.next(request -> request.is(method, part), Fate.ANSWER_LOST);
    }

    /** The next such request isn't done, and has this error for an answer. */
    void refuse(String method, String part, int status, String error) {
        String body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + error
                + "</Code><Message>on purpose</Message></Error>";
        http.next(request -> request.is(method, part), Fate.refused(Response.of(status, "application/xml", body)));
    }

    /** Before the next such request is done, something else happens. */
    void before(String method, String part, Runnable what) {
        http.next(request -> request.is(method, part), Fate.after(what));
    }

    @Override
    public void close() {
        http.close();
    }
}
