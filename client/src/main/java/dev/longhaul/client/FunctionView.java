package dev.longhaul.client;

import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a chain's function knows of it besides its record.
 *
 * @param costUsd what the chain has cost so far, in US dollars
 * @param memoryMegabytes the memory that the job has declared
 * @param usdPerGigabyteSecond what a gigabyte-second of its function costs
 * @param bounds how much of each bound is used, since the chain's start or since it was resumed last
 */
public record FunctionView(double costUsd, int memoryMegabytes, double usdPerGigabyteSecond, List<Bound> bounds) {

    /** Copies the bounds. */
    public FunctionView {
        bounds = List.copyOf(bounds);
    }

    /**
     * One bound.
     *
     * @param name its option: {@code maxHops}
     * @param used how much of it is used
     * @param of how much of it there is
     */
    public record Bound(String name, double used, double of) {}

    static FunctionView read(String answer) {
        try {
            return read(new StateReader(answer));
        } catch (IOException e) {
            throw new FunctionException("the function's answer is none that it gives for a chain: " + e.getMessage()
                    + ". Name the function of the job, in a version that knows this envelope.");
        }
    }

    private static FunctionView read(StateReader in) throws IOException {
        double costUsd = -1;
        int memoryMegabytes = 0;
        double usdPerGigabyteSecond = 0;
        List<Bound> bounds = List.of();
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "refused" -> throw new MoveRefusedException(String.valueOf(in.string()));
                case "costUsd" -> costUsd = in.float64();
                case "price" -> {
                    in.beginObject();
                    while (in.next()) {
                        switch (in.name()) {
                            case "memoryMegabytes" -> memoryMegabytes = in.int32();
                            case "usdPerGigabyteSecond" -> usdPerGigabyteSecond = in.float64();
                            default -> in.skip();
                        }
                    }
                }
                case "bounds" -> bounds = bounds(in);
                default -> in.skip();
            }
        }
        if (costUsd < 0) {
            throw in.failure("costUsd is missing", null);
        }
        return new FunctionView(costUsd, memoryMegabytes, usdPerGigabyteSecond, bounds);
    }

    private static List<Bound> bounds(StateReader in) throws IOException {
        List<Bound> bounds = new ArrayList<>();
        in.beginObject();
        while (in.next()) {
            String name = in.name();
            double used = 0;
            double of = 0;
            in.beginObject();
            while (in.next()) {
                switch (in.name()) {
                    case "used" -> used = in.float64();
                    case "of" -> of = in.float64();
                    default -> in.skip();
                }
            }
            bounds.add(new Bound(name, used, of));
        }
        return bounds;
    }
}
