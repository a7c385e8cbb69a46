package dev.longhaul.store.s3;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The heads that this process has seen last, so that a write need not ask for the one that it replaces. One that is out of
 * date does no harm: S3 refuses the write, and the head is asked for. Thread-safe.
 */
final class Heads {

    /** Managed Instances run 32 invocations at once for each of some processors; each has one chain. */
    private static final int MOST = 512;

    private final Map<String, Head> seen = new LinkedHashMap<>(16, 0.75f, true);

    synchronized void put(String key, Head head) {
        seen.put(key, head);
        if (seen.size() > MOST) {
            seen.remove(seen.keySet().iterator().next());
        }
    }

    synchronized @Nullable Head get(String key) {
        return seen.get(key);
    }
}
