package dev.longhaul.testing;

import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.testing.sim.KillPoints;
import dev.longhaul.testing.sim.Workload;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

/**
 * A job of a test.
 *
 * @param prepare is given each new object of it
 */
record JobUnderTest<J>(LongRunningHandler<J> handler, BiConsumer<? super J, KillPoints> prepare) {

    /** The job with other options. */
    Workload with(UnaryOperator<JobOptions> change) {
        JobOptions options = change.apply(handler.options());
        return new Workload() {

            @Override
            public JobOptions options() {
                return options;
            }

            @Override
            public JobFactory in(KillPoints points) {
                return handler.jobs(job -> prepare.accept(job, points));
            }
        };
    }
}
