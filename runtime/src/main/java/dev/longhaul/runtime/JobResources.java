package dev.longhaul.runtime;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The resources of a job: the clients, pools and settings that its constructor takes. They are made once for a handler, when
 * that is made, and shared by all its hops. Thread-safe, as the resources themselves have to be.
 *
 * <p>Resources that the handler has made and that are {@link AutoCloseable} are closed with the handler, at the latest when
 * the virtual machine ends: by itself, or by a signal that lets it. Those that a caller has given are the caller's to close.
 *
 * @param <R> the class of the resources
 */
public final class JobResources<R> {

    /** Makes the resources of a job. */
    @FunctionalInterface
    public interface Maker<R> {

        /** The resources, new ones. */
        R make() throws Throwable;
    }

    private final @Nullable Maker<R> maker;
    private final AtomicBoolean closed = new AtomicBoolean();
    private volatile @Nullable R resources;
    private volatile @Nullable Thread hook;

    private JobResources(@Nullable Maker<R> maker, @Nullable R resources) {
        this.maker = maker;
        this.resources = resources;
    }

    /** Resources that the handler makes. */
    public static <R> JobResources<R> madeBy(Maker<R> maker) {
        return new JobResources<>(maker, null);
    }

    /** Resources that a caller has made: a fake for a test, or what a container provides. */
    public static <R> JobResources<R> given(R resources) {
        return new JobResources<>(null, Objects.requireNonNull(resources, "a job was given null as its resources"));
    }

    /** No resources, for a job that takes none. */
    static JobResources<?> none() {
        return new JobResources<>(null, null);
    }

    /** The resources, for each new object of the job. */
    public R get() {
        R made = resources;
        if (made == null) {
            throw new IllegalStateException("the resources are made when the handler is made");
        }
        return made;
    }

    /** Whether a caller has given them, who knows without the environment what they need. */
    boolean areGiven() {
        return maker == null && resources != null;
    }

    /** Whether the handler makes them. */
    boolean areMade() {
        return maker != null;
    }

    /**
     * Makes what the handler makes, once.
     *
     * @throws IllegalStateException when their constructor throws, with that as the cause
     */
    void make(String job) {
        if (maker == null) {
            return;
        }
        R made = made(maker, job);
        resources = made;
        if (made instanceof AutoCloseable) {
            Thread closing = new Thread(() -> close(job), "longhaul-resources");
            hook = closing;
            Runtime.getRuntime().addShutdownHook(closing);
        }
    }

    /** Leaves it to the owner of the handler to close them: hops may still run when the virtual machine begins to end. */
    void leaveToOwner() {
        Thread closing = hook;
        if (closing != null) {
            Runtime.getRuntime().removeShutdownHook(closing);
        }
    }

    private static <R> R made(Maker<R> maker, String job) {
        try {
            return maker.make();
        } catch (VirtualMachineError e) {
            throw e;
        } catch (Throwable e) {
            if (e instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            throw new IllegalStateException(
                    "The resources of " + job + " can't be made: " + e + ". Every hop needs them: repair what their"
                            + " constructor asks for; in a test, give the handler a fake.",
                    e);
        }
    }

    /**
     * Closes what the handler has made, once.
     *
     * @throws IllegalStateException when that throws, with that as the cause
     */
    void close(String job) {
        if (maker != null && resources instanceof AutoCloseable closeable && closed.compareAndSet(false, true)) {
            try {
                closeable.close();
            } catch (Exception e) {
                if (e instanceof InterruptedException) {
                    Thread.currentThread().interrupt();
                }
                throw new IllegalStateException("The resources of " + job + " can't be closed: " + e + ".", e);
            }
        }
    }
}
