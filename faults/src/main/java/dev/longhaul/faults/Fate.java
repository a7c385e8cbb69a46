package dev.longhaul.faults;

import java.io.IOException;
import java.util.Optional;

/** What becomes of a request that a relay stands in the way of. */
public interface Fate {

    /** It is done, and its answer comes back. */
    Fate PASSED = server -> Optional.of(server.ask());

    /** It is done, and its answer is lost: the connection ends. */
    Fate ANSWER_LOST = server -> {
        server.ask();
        return Optional.empty();
    };

    /** It is done twice, and the first answer comes back. */
    Fate DOUBLED = server -> {
        Response first = server.ask();
        server.ask();
        return Optional.of(first);
    };

    /** It is done, and answered with a status as if something on the way had failed. */
    static Fate answeredAs(int status) {
        return server -> Optional.of(server.ask().withStatus(status));
    }

    /** It isn't done, and this is its answer. */
    static Fate refused(Response answer) {
        return server -> Optional.of(answer);
    }

    /** Something else happens first. */
    static Fate after(Runnable what) {
        return server -> {
            what.run();
            return PASSED.meet(server);
        };
    }

    /**
     * Meets a request.
     *
     * @return what is answered; empty where the connection ends without an answer
     */
    Optional<Response> meet(Server server) throws IOException;

    /** Where the request was sent. */
    interface Server {

        /** Does the request. */
        Response ask() throws IOException;
    }
}
