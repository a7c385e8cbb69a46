package dev.longhaul.testing.sim;

/** Points in the middle of a step, for fakes of the services that a job calls to say where it could die. */
public interface KillPoints {

    /**
     * The job may die here.
     *
     * @param name what has just happened, for the account: {@code "the card was charged"}
     */
    void pass(String name);
}
