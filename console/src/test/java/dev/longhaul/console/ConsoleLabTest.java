package dev.longhaul.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the console does to a local Lambda, for learning, and how the timeline tells it. */
class ConsoleLabTest {

    private static final int LONG = 100_000;

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        browser.size(1280, 900);
        stage = Stage.set(folder.resolve("store"));
        browser.go(stage.address());
    }

    @AfterAll
    static void close() {
        if (stage != null) {
            stage.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private static void begunAndShown(String chain) {
        stage.begun(chain, LONG, "");
        browser.go(stage.origin() + "/#/" + Stage.JOB + '/' + chain);
        browser.await("a running hop", page -> page.count(".gauge") == 1);
    }

    @Test
    void aKilledHopIsTakenOverByItsRetry() {
        begunAndShown("killed");
        // Between two hops there is no process to kill.
        do {
            browser.press("Kill");
            browser.await("an answer", page -> page.count("#notices p") > 0);
        } while (!browser.text("#notices").contains("was killed"));
        browser.await("the kill", page -> page.text(".timeline").contains("killed"));
        browser.await("the retry", page -> page.text(".timeline").contains("took over"));
        assertThat(browser.text(".timeline")).contains("attempt 2");
        stage.chain("killed").stop("seen");
    }

    @Test
    void anEventThatIsDeliveredTwiceDoesNoHarm() {
        begunAndShown("twice");
        browser.press("Deliver twice");
        // Lambda's duplicate has the same request id: it takes the chain over, or comes too late and is dropped.
        browser.await(
                "the duplicate",
                page -> page.text(".timeline").contains("dropped duplicate")
                        || page.text(".timeline").contains("took over"));
        stage.chain("twice").stop("seen");
    }

    @Test
    void anEventThatRunsTwiceAtOnceHasARowForEach() {
        browser.go(stage.address());

        // The first invocation ends before the second one says that it has taken the chain over.
        Object rows = browser.run("""
                const at = new Date().toISOString();
                const of = (environment, what, more) => ({ at, request: "r", environment, what, ...more });
                const { rows } = await import("/timeline.js");
                return rows(null, [
                  of("a", "started", { sequence: 1, attempt: "1" }),
                  of("b", "started", { sequence: 2, attempt: "1" }),
                  of("a", "told", { text: '{"longhaul":"handed off","hop":1}' }),
                  of("a", "finished", { status: "SUCCEEDED", billedMillis: "1" }),
                  of("b", "told", { text: '{"longhaul":"claimed","epoch":2,"hop":0,"takeover":true}' }),
                ], Date.now()).map(row => `${row.environment} ${row.end} ${row.takeover}`);
                """);

        assertThat(rows).isEqualTo(List.of("a handed off undefined", "b undefined true"));
    }

    @Test
    void aThrottledFunctionGoesOnWhenItMay() {
        begunAndShown("throttled");
        browser.press("Throttle");
        browser.await("the throttle", page -> page.text(".timeline").contains("throttled"));
        int hops = stage.chain("throttled").record().hop();
        browser.press("Throttle");
        browser.await("its next hops", page -> stage.chain("throttled").record().hop() > hops);
        stage.chain("throttled").stop("seen");
    }
}
