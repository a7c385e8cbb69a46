package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

@LongRunning
class TerminateIgnoresProgress {
    record Request(List<String> keys) {}

    @State Deque<String> pending = new ArrayDeque<>();

    @State int total;

    @State int done;

    @OnStart void start(Request request) {
        pending.addAll(request.keys());
        total = pending.size();
    }

    @Step void step() {
        for (String key : pending) {
            System.out.println(key);
            done++;
        }
    }

    @Terminate boolean isDone() { return pending.isEmpty() || done() == total; }

    private int done() {
        int done = pending.size();
        return total - done;
    }
}

//! WARNING 31:24 [TerminateIgnoresProgress] isDone reads pending and total, and no step changes that, so its answer would stay the same. Read what the step writes, or let the step write it.
