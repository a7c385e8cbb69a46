package dev.longhaul.testing.sim;

import dev.longhaul.runtime.chain.ChainRecord;
import dev.longhaul.runtime.chain.ParentChain;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.store.CheckpointStore;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The jobs of a world, each with its function, and their chains. */
final class Jobs {

    private final CheckpointStore store;
    private final Map<String, Workload> jobs = new LinkedHashMap<>();

    Jobs(CheckpointStore store) {
        this.store = store;
    }

    void add(Workload job) {
        jobs.put(job.options().name(), job);
    }

    /**
     * The job of that name.
     *
     * @throws ContinuationException when there is none, as Lambda says it of a function
     */
    Workload of(String name) {
        Workload job = jobs.get(name);
        if (job == null) {
            throw new ContinuationException(
                    "there is no function of the job " + name + " here. Add its handler to the test.",
                    new IOException("404"),
                    false);
        }
        return job;
    }

    /** The chains of all jobs that a sweep may have to do with. */
    List<ChainRecord> open() {
        return jobs.keySet().stream()
                .flatMap(name -> chains(name).stream())
                .filter(ChainRecord::open)
                .toList();
    }

    /** The chains of a job that are alive. */
    List<ChainRecord> living(String name) {
        return chains(name).stream().filter(chain -> !chain.status().terminal()).toList();
    }

    /** The chains that a chain has started. */
    List<ChainRecord> children(ChainRecord parent) {
        return jobs.keySet().stream()
                .flatMap(name -> chains(name).stream())
                .filter(chain -> isChild(chain.identity().parent(), parent))
                .toList();
    }

    private static boolean isChild(@Nullable ParentChain of, ChainRecord parent) {
        return of != null && of.job().equals(parent.job()) && of.chainId().equals(parent.chainId());
    }

    private List<ChainRecord> chains(String name) {
        return store.list(name, Integer.MAX_VALUE).chains();
    }
}
