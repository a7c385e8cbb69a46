package dev.longhaul.annotations;

/** Where a function runs. */
public enum Compute {
    /** Lambda's own fleet: one invocation at a time in an environment, at most 15 minutes. */
    ON_DEMAND,
    /** The same with SnapStart: a published version, whose environments begin with a snapshot of its initialized process. */
    SNAP_START,
    /**
     * Lambda Managed Instances: many invocations at once in one environment, up to 90 minutes, and a timeout does not
     * stop the code.
     */
    MANAGED_INSTANCES
}
