package jobs;

import dev.longhaul.annotations.Children;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;

@LongRunning
public class MoveObjects {
    @State int next;
    @State long moved;
    @Children(value = MovePart.class, maxRunning = 20, most = 5_000, stopWithParent = true)
    ChildChains<MovePart.Request> parts;

    @Children(Sweep.class) ChildChains<Void> sweeps;

    @Step void next(JobContext job) {
        while (next < 16 && parts.hasRoom()) {
            String prefix = Integer.toHexString(next++);
            parts.start(prefix, new MovePart.Request(prefix, 1_000));
        }
        if (next == 16 && sweeps.started() == 0) {
            sweeps.start("once", null);
        }
        parts.join(job, end -> moved += end.completed() ? end.result(MovePart.Moved.class).objects() : 0);
        sweeps.join(job);
    }

    @Terminate boolean done() {
        return next == 16 && parts.isDone() && sweeps.isDone();
    }

    @LongRunning(name = "move-part")
    public static class MovePart {
        public record Request(String prefix, int atATime) {}

        public record Moved(long objects) {}

        @State Request request;
        @State long objects;

        @OnStart void start(Request request) {
            this.request = request;
        }

        @Step void move() {
            objects += request.atATime();
        }

        @Terminate boolean done() {
            return objects >= 10_000;
        }

        @OnComplete Moved moved() {
            return new Moved(objects);
        }
    }

    @LongRunning
    public static class Sweep {
        @State int swept;

        @Step void sweep() {
            swept++;
        }

        @Terminate boolean done() {
            return swept == 3;
        }
    }
}
