package dev.longhaul.runtime.ends;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.Ending;
import java.io.IOException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells others of the ends of chains, where the environment says whom. Thread-safe. */
public final class Ends {

    /** The environment variable that names them. */
    static final String VARIABLE = "LONGHAUL_EVENTS";

    /** Nobody is told. */
    public static final Ends UNTOLD = new Ends(null);

    /** What a try takes at most, in milliseconds, with some reserve. */
    public static final int LONGEST_MILLIS = 6_000;

    private final @Nullable EndTarget target;

    /** Tells them there. */
    public Ends(@Nullable EndTarget target) {
        this.target = target;
    }

    /**
     * Tells them where {@code LONGHAUL_EVENTS} says. Nothing is reached yet, and no client is made.
     *
     * @throws IllegalArgumentException when that is no form of it
     */
    public static Ends of(Map<String, String> environment) {
        String form = environment.get(VARIABLE);
        return form == null ? UNTOLD : new Ends(AwsTargets.of(form, environment));
    }

    /** What is noted in the record of a chain whose end is to be told, or is not. */
    public int notices() {
        return target == null ? Ending.NO_NOTICES : Ending.MOST_NOTICES;
    }

    /**
     * Tells the end of a chain: the same event each time.
     *
     * @throws IOException when it can't be told
     */
    public void tell(ChainRecord end) throws IOException {
        if (target == null) {
            throw new IOException("the end is to be told, and " + VARIABLE
                    + " is not set here. Set it as the job's function has it.");
        }
        target.tell(EndEvent.of(end));
    }
}
