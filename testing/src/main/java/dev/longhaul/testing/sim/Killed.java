package dev.longhaul.testing.sim;

/** The process dies here. The engine catches no error of the machine, so nothing that it does comes after this. */
public final class Killed extends VirtualMachineError {

    private static final long serialVersionUID = 1L;

    /** A death. */
    public Killed() {
        super("killed by the test");
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
        return this;
    }
}
