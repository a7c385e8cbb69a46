package dev.longhaul.testing.sim;

/**
 * The product with one rule of the protocol broken on purpose: a change to one line of its source.
 *
 * @param name what is broken
 * @param source the file, below the runtime's sources
 * @param line what stands there, once
 * @param instead what stands there in the mutant
 */
record Mutant(String name, String source, String line, String instead) {

    @Override
    public String toString() {
        return name;
    }
}
