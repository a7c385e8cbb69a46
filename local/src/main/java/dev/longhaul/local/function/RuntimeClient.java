package dev.longhaul.local.function;

import java.util.Locale;

/** What speaks the Runtime API in a function's process. */
public enum RuntimeClient {
    /** AWS's own runtime interface client for Java; its native library is for Linux on x86-64 and arm64. */
    AWS,

    /** A loop of ours in plain Java, for every other system; it runs {@code RequestStreamHandler} only. */
    PLAIN_JAVA;

    /** AWS's own where it can run, else the plain one. */
    public static RuntimeClient forThisSystem() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("linux");
        String processor = System.getProperty("os.arch", "");
        return linux && (processor.equals("amd64") || processor.equals("aarch64")) ? AWS : PLAIN_JAVA;
    }
}
