package dev.longhaul.runtime.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.runtime.job.JobOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A job's own lines, by Log4j 2 behind SLF4J, say which chain, hop and step they are about. */
class LogContextTest {

    private static final Logger LOG = LoggerFactory.getLogger(LogContextTest.class);

    /** Ten seconds a hop. */
    private static final JobOptions OPTIONS = JobOptions.named("Count")
            .timeoutMillis(10_000)
            .safeMillis(3_000)
            .tickMillis(500)
            .build();

    @Test
    void linesCarryChainHopAndStep() throws Exception {
        Rig rig = new Rig();
        rig.runs(new CountingJob(OPTIONS, 9, (count, hop) -> {
            LOG.info("counted to {}", count);
            rig.time.advance(2_000);
        }));

        rig.runToEnd("{}");
        LOG.info("between chains");

        // 10 s less 3 s: four steps of two seconds a hop.
        assertThat(Files.readAllLines(Path.of("target/log-context.log")))
                .containsExactly(
                        "request-0|0|0|counted to 1",
                        "request-0|0|1|counted to 2",
                        "request-0|0|2|counted to 3",
                        "request-0|0|3|counted to 4",
                        "request-0|1|4|counted to 5",
                        "request-0|1|5|counted to 6",
                        "request-0|1|6|counted to 7",
                        "request-0|1|7|counted to 8",
                        "request-0|2|8|counted to 9",
                        "|||between chains");
    }
}
