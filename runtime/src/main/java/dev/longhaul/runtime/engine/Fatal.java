package dev.longhaul.runtime.engine;

/** What no invocation survives: an error of the virtual machine, such as memory that has run out. */
final class Fatal {

    private Fatal() {}

    /**
     * What a job threw, where the invocation can go on with that. A stack that has overflowed is unwound by then.
     *
     * @throws VirtualMachineError what it threw, where the invocation can't: the process ends, and the event comes again
     */
    static Throwable unless(Throwable thrown) {
        if (thrown instanceof VirtualMachineError error && !(thrown instanceof StackOverflowError)) {
            throw error;
        }
        return thrown;
    }
}
