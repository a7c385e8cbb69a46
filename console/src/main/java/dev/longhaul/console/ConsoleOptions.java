package dev.longhaul.console;

import dev.longhaul.client.ChainClient;
import dev.longhaul.console.lab.Lab;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a console shows, and where. Immutable.
 *
 * @param client through which everything is read and done; it is not closed
 * @param jobs whose chains are shown
 * @param place where they are, for people
 * @param port on loopback; 0 takes a free one
 * @param lab what the Lambda shows and does besides, where it is a local one; else null
 */
public record ConsoleOptions(
        ChainClient client,
        List<String> jobs,
        String place,
        int port,
        @Nullable Lab lab) {

    /** Copies the jobs. */
    public ConsoleOptions {
        jobs = List.copyOf(jobs);
    }

    /** The chains of these jobs, on a free port. */
    public static ConsoleOptions of(ChainClient client, List<String> jobs, String place) {
        return new ConsoleOptions(client, jobs, place, 0, null);
    }

    /** With another port on loopback; 0 takes a free one. */
    public ConsoleOptions withPort(int other) {
        return new ConsoleOptions(client, jobs, place, other, lab);
    }

    /** With what a local Lambda shows and does besides. */
    public ConsoleOptions withLab(Lab other) {
        return new ConsoleOptions(client, jobs, place, port, other);
    }
}
