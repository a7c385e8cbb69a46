package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.ChildChains;
import dev.longhaul.runtime.JobContext;

@LongRunning
class ChildrenType {
    record Request(String prefix) {}

    @LongRunning
    static class Part {
        @State String prefix;

        @OnStart void start(Request request) { prefix = request.prefix(); }

        @Step void step() { prefix = ""; }

        @Terminate boolean isDone() { return prefix.isEmpty(); }
    }

    @LongRunning
    static class Bare {
        @State int done;

        @Step void step() { done++; }

        @Terminate boolean isDone() { return done > 9; }

        @OnComplete Thread result() { return null; }
    }

    static class NoJob {}

    @State int done;
    @Children(Part.class) ChildChains<String> wrong;
    @Children(NoJob.class) ChildChains<String> none;
    @Children(Part.class) private ChildChains<Request> hidden;
    @Children(Part.class) Request other;
    @Children(Bare.class) ChildChains<Void> bare;

    @Step void step(JobContext job) { done++; }

    @Terminate boolean isDone() { return done > 9; }
}

//! ERROR 30:28 [StateTypeUnsupported] the result of result: java.lang.Thread cannot be written (it is no data, or of a form that is not known). Return what it is made from instead.
//! ERROR 36:19 [ChildrenType] the @Children field wrong starts chains of Part, and its type is dev.longhaul.runtime.ChildChains<java.lang.String>, and the @OnStart of Part takes bad.ChildrenType.Request. Make it ChildChains<bad.ChildrenType.Request>.
//! ERROR 37:20 [ChildrenType] the @Children field none starts chains of bad.ChildrenType.NoJob, and bad.ChildrenType.NoJob is no class with @LongRunning. Name a job.
//! ERROR 38:19 [ChildrenType] the @Children field hidden starts chains of Part, and it is private, final or static, and the handler fills it. Make it package-private, and neither final nor static.
//! ERROR 39:19 [ChildrenType] the @Children field other starts chains of Part, and its type is bad.ChildrenType.Request. Make it ChildChains<bad.ChildrenType.Request>.
//! ERROR 40:19 [ChildrenType] the @Children field bare starts chains of Bare, and Bare returns what cannot be read here: java.lang.Thread (it is no data, or of a form that is not known). Let it be a record with what both need.
