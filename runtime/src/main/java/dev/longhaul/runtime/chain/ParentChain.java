package dev.longhaul.runtime.chain;

/**
 * The chain that has started another one.
 *
 * @param job its job
 * @param chainId its id
 * @param generation how far the started chain is from one without a parent: 1 for a child, 2 for a child's child
 */
public record ParentChain(String job, String chainId, int generation) {

    /** The last generation: chains that start each other come to an end. */
    public static final int LAST_GENERATION = 8;
}
