package dev.longhaul.testing.sim;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.file.Path;

/** Runs worlds with a mutant in the place of the product. */
final class Mutants {

    private Mutants() {}

    /**
     * What the first world says in which the mutant is caught, or nothing.
     *
     * @param proof runs the world of a seed by its method {@code run}
     * @param worlds how many
     * @param folder for what is compiled
     */
    static String firstBroken(Mutant mutant, Class<?> proof, int worlds, Path folder) throws Exception {
        Method run = MutantLoader.of(mutant, folder).loadClass(proof.getName()).getDeclaredMethod("run", long.class);
        run.setAccessible(true);
        for (long seed = 1; seed <= worlds; seed++) {
            try {
                run.invoke(null, seed);
            } catch (InvocationTargetException e) {
                return String.valueOf(e.getCause().getMessage());
            }
        }
        return "";
    }
}
