package dev.longhaul.runtime.engine;

/**
 * Keeps what a job leaves on its thread from whoever uses the thread next: another step, the store's client, or another
 * chain of this environment. It belongs to the thread that made it.
 */
final class ThreadGuard {

    private final Thread thread = Thread.currentThread();
    private final ClassLoader loader = thread.getContextClassLoader();
    private final Thread.UncaughtExceptionHandler uncaught = thread.getUncaughtExceptionHandler();

    /** Clears the interrupt flag: all that a step must not leave to the job's own question whether it was the last one. */
    void clearInterrupt() {
        // Asking clears it.
        Thread.interrupted();
    }

    /** Clears the interrupt flag, and puts class loader and handler of uncaught exceptions back as they were. */
    void clean() {
        clearInterrupt();
        if (thread.getContextClassLoader() != loader) {
            thread.setContextClassLoader(loader);
        }
        if (thread.getUncaughtExceptionHandler() != uncaught) {
            thread.setUncaughtExceptionHandler(uncaught);
        }
    }
}
