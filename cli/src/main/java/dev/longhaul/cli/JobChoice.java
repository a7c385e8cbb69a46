package dev.longhaul.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which of the jobs in a jar is meant. */
final class JobChoice {

    private JobChoice() {}

    /**
     * The job of a class name.
     *
     * @param jobs something of each job, by its class's name
     * @param wanted the class's name, with or without its package; null where there is one job
     * @throws IllegalArgumentException when it is none, or not clear; it names those that there are
     */
    static <T> Map.Entry<String, T> of(Map<String, T> jobs, @Nullable String wanted, Path code) {
        if (jobs.isEmpty()) {
            throw new IllegalArgumentException(
                    code + " has no job: no META-INF/longhaul/*.template.yaml is in it. Build it with"
                            + " longhaul-processor on annotationProcessorPaths.");
        }
        List<Map.Entry<String, T>> meant = jobs.entrySet().stream()
                .filter(each -> wanted == null
                        || each.getKey().equals(wanted)
                        || each.getKey().endsWith('.' + wanted))
                .toList();
        if (meant.size() != 1) {
            throw new IllegalArgumentException(
                    (wanted == null ? code + " has " + jobs.size() + " jobs" : code + " has no single job " + wanted)
                            + ". Choose one: --job " + String.join(", ", jobs.keySet()) + ".");
        }
        return meant.get(0);
    }
}
