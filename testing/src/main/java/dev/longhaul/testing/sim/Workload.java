package dev.longhaul.testing.sim;

import dev.longhaul.runtime.engine.JobFactory;
import dev.longhaul.runtime.job.JobOptions;

/** The job that a world runs. */
public interface Workload {

    /** What {@code @LongRunning} says of it. */
    JobOptions options();

    /**
     * The job in one invocation.
     *
     * @param points where that invocation may die, besides the points of its own
     */
    JobFactory in(KillPoints points);

    /** A job that is the same in every invocation. */
    static Workload of(JobFactory job) {
        return new Workload() {
            @Override
            public JobOptions options() {
                return job.options();
            }

            @Override
            public JobFactory in(KillPoints points) {
                return job;
            }
        };
    }
}
