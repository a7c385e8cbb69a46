package dev.longhaul.proof;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Where a voyage meets the service that it calls. */
final class Pier {

    private static final int CONNECT_MILLIS = 2_000;
    private static final int READ_MILLIS = 4_000;

    private final String address;

    Pier(String address) {
        this.address = address;
    }

    /** Does the effect of a leg, under its key; how often it was called for that leg by now, this call included. */
    int call(String chain, int leg, String key) throws IOException {
        return Integer.parseInt(post(
                "/call?chain=" + chain + "&leg=" + leg + "&key=" + URLEncoder.encode(key, StandardCharsets.UTF_8)));
    }

    /** Tells what this process holds: its heap after a collection, its threads. */
    void weigh(int hop) throws IOException {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        post("/weight?pid=" + ProcessHandle.current().pid() + "&hop=" + hop + "&heap="
                + (runtime.totalMemory() - runtime.freeMemory()) + "&threads=" + Thread.activeCount());
    }

    private String post(String path) throws IOException {
        HttpURLConnection call = (HttpURLConnection)
                URI.create("http://" + address + path).toURL().openConnection();
        call.setConnectTimeout(CONNECT_MILLIS);
        call.setReadTimeout(READ_MILLIS);
        call.setRequestMethod("POST");
        try {
            return new String(call.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } finally {
            call.disconnect();
        }
    }
}
