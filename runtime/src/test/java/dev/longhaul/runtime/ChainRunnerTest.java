package dev.longhaul.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.longhaul.runtime.job.JobOptions;
import dev.longhaul.runtime.state.StateReader;
import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chains run in this process to their end. */
class ChainRunnerTest {

    @TempDir
    Path folder;

    @Test
    void aChainRunsToItsEndAndASecondStartIsNone() throws Exception {
        String store = folder.toUri().toString();
        String start = "{\"longhaul\":{\"v\":1,\"start\":\"nightly\"}}";

        assertThat(ChainRunner.run(new Counting(), store, start))
                .isEqualTo("{\"chain\":\"nightly\",\"hop\":0,\"status\":\"COMPLETED\",\"steps\":5}");
        assertThat(ChainRunner.run(new Counting(), store, start)).contains("\"status\":\"DROPPED\"");
    }

    @Test
    void aJobWithChildrenIsRefusedBeforeAnythingIsWritten() throws Exception {
        Counting parent = new Counting() {
            @Override
            protected void bindChildren(int[] job, ChildFields fields) {
                fields.of("Part", 1, 1, false, (number, out) -> out.nothing(), StateReader::raw);
            }
        };

        assertThatThrownBy(() -> ChainRunner.run(parent, folder.toUri().toString(), "null"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the job Counting has @Children, and a process has no functions");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void anUnknownStoreIsNamed() {
        assertThatThrownBy(() -> ChainRunner.run(new Counting(), "redis://host", "null"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("redis:");
    }

    /** What the processor would write for a job that counts to five. */
    private static class Counting extends LongRunningHandler<int[]> {

        Counting() {
            super(JobOptions.named("Counting").build());
        }

        @Override
        protected int[] create() {
            return new int[1];
        }

        @Override
        protected void step(int[] job, JobContext context) {
            job[0]++;
        }

        @Override
        protected boolean isDone(int[] job, JobContext context) {
            return job[0] == 5;
        }

        @Override
        protected void writeState(int[] job, StateWriter out) throws IOException {
            out.beginObject();
            out.field("count").integer(job[0]);
            out.endObject();
        }

        @Override
        protected void readState(int[] job, StateReader in) throws IOException {
            in.beginObject();
            while (in.next()) {
                job[0] = in.int32();
            }
        }
    }
}
