package com.acme;

import dev.longhaul.runtime.ChainRunner;

/** Runs a chain of the job, with everything on the module path. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) throws Exception {
        System.out.println(Main.class.getModule() + " ran " + CountHandler.class.getSuperclass().getModule() + ": "
                + ChainRunner.run(new CountHandler(), "memory:", "{\"longhaul\":{\"v\":1,\"start\":\"nightly\"}}"));
        System.out.println(ChainRunner.run(
                new ShipHandler(),
                "memory:",
                "{\"longhaul\":{\"v\":1,\"start\":\"orders\"},\"input\":{\"Records\":[{\"body\":\"a\"},{\"body\":\"b\"}]}}"));
    }
}
