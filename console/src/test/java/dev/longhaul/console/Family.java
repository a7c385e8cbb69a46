package dev.longhaul.console;

import dev.longhaul.annotations.Children;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnComplete;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;

/** Lets two children count, and waits for them. */
@LongRunning(timeoutMillis = 15_000, safeMillis = 12_000, tickMillis = 250, maxHops = 500, memoryMegabytes = 256)
class Family {

    /** More than a child comes to before it is told that it is enough. */
    private static final int MUCH = 100_000;

    @State
    int born;

    @State
    String told = "";

    @Children(value = Tally.class, maxRunning = 2)
    @SuppressWarnings("NullAway.Init") // The handler fills it.
    ChildChains<Tally.Request> children;

    @Step
    void step(JobContext job) {
        while (born < 2 && children.hasRoom()) {
            children.start(born == 0 ? "ada" : "bob", new Tally.Request(MUCH, ""));
            born++;
        }
        children.join(job, end -> told = told + end.result(String.class) + ". ");
        job.progress(children.ended(), 2, "children");
    }

    @Terminate
    boolean isDone() {
        return born == 2 && children.isDone();
    }

    @OnComplete
    String told() {
        return told;
    }
}
