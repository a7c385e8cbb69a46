package dev.longhaul.client;

import dev.longhaul.client.FunctionView.Bound;
import dev.longhaul.client.FunctionView.Timing;
import dev.longhaul.runtime.chain.MoveRefusedException;
import dev.longhaul.runtime.state.StateReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a function answers of a chain. */
final class FunctionAnswer {

    private double costUsd = -1;
    private int memoryMegabytes;
    private double usdPerGigabyteSecond;
    private Timing timing = new Timing(0, 0, 0);
    private List<Bound> bounds = List.of();

    private FunctionAnswer() {}

    static FunctionView read(String answer) {
        try {
            return new FunctionAnswer().read(new StateReader(answer));
        } catch (IOException e) {
            throw new FunctionException("the function's answer is none that it gives for a chain: " + e.getMessage()
                    + ". Name the function of the job, in a version that knows this envelope.");
        }
    }

    private FunctionView read(StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "refused" -> throw new MoveRefusedException(String.valueOf(in.string()));
                case "costUsd" -> costUsd = in.float64();
                case "price" -> price(in);
                case "timing" -> timing(in);
                case "bounds" -> bounds = bounds(in);
                default -> in.skip();
            }
        }
        if (costUsd < 0) {
            throw in.failure("costUsd is missing", null);
        }
        return new FunctionView(costUsd, memoryMegabytes, usdPerGigabyteSecond, timing, bounds);
    }

    private void price(StateReader in) throws IOException {
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "memoryMegabytes" -> memoryMegabytes = in.int32();
                case "usdPerGigabyteSecond" -> usdPerGigabyteSecond = in.float64();
                default -> in.skip();
            }
        }
    }

    private void timing(StateReader in) throws IOException {
        long safe = 0;
        long tick = 0;
        long timeout = 0;
        in.beginObject();
        while (in.next()) {
            switch (in.name()) {
                case "safeMillis" -> safe = in.int64();
                case "tickMillis" -> tick = in.int64();
                case "timeoutMillis" -> timeout = in.int64();
                default -> in.skip();
            }
        }
        timing = new Timing(safe, tick, timeout);
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
