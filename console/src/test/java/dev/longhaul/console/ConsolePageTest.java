package dev.longhaul.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.client.ChainHandle;
import dev.longhaul.runtime.chain.ChainStatus;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The console's page in a real browser, with chains that really run. */
class ConsolePageTest {

    /** With so much less to count a chain is at its end, however far it is. */
    private static final String ENOUGH = "-100000";

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

    /** Such as what the content security policy forbids. */
    @AfterEach
    void nothingWentWrongInThePage() {
        assertThat(browser.complaints()).isEmpty();
    }

    private static void show(String chain) {
        browser.go(stage.origin() + "/#/" + Stage.JOB + "/" + URLEncoder.encode(chain, StandardCharsets.UTF_8));
        browser.await("the page of " + chain, page -> page.text("h1").contains(chain));
    }

    @Test
    void aChainIsStartedAndItsTimelineGrowsUntilItEnds() {
        browser.go(stage.origin() + "/#/");
        browser.await("the list", page -> page.text("h1").contains("Chains"));
        browser.press("Start a chain");
        browser.type("chain", "grows");
        browser.type("input", "{\"to\":100000,\"word\":\"\"}");
        browser.press("Start");
        browser.await("the chain in the list", page -> page.text(".chains").contains("grows"));

        show("grows");
        browser.await("two hops", page -> page.count(".timeline tbody tr") >= 2);
        browser.await("checkpoints", page -> page.text(".timeline").contains("checkpoint"));
        browser.await("what the function knows", page -> page.text(".facts").contains("of 500"));
        browser.await("the remaining time", page -> page.count(".gauge") == 1);
        browser.await("the line of steps", page -> page.count(".chart canvas") == 1);
        stage.chain("grows").signal("raise", "enough", ENOUGH);
        browser.await("the end", page -> page.text(".standing").contains("COMPLETED"));
        assertThat(browser.text(".timeline")).contains("handed off", "ended the chain");
        assertThat(browser.text(".facts")).contains("counted to ", " of 100,000");
        assertThat(browser.text(".log")).contains("at 50", "hop 0  claimed  epoch 1");
    }

    @Test
    void aStopTakesEffectAndAResumeToo() {
        stage.begun("halts", 100_000, "");
        show("halts");
        browser.press("Stop");
        browser.type("reason", "enough of it");
        browser.press("Stop");
        browser.await("the end", page -> page.text(".standing").contains("STOPPED"));
        assertThat(browser.text(".facts")).contains("StopRequested", "enough of it");

        browser.press("Resume");
        browser.press("Resume");
        browser.await("its life", page -> !page.text(".standing").contains("STOPPED"));
        stage.chain("halts").stop("the test is over");
        Stage.await(() -> stage.chain("halts").status() == ChainStatus.STOPPED);
    }

    @Test
    void aSignalIsSent() {
        ChainHandle chain = stage.begun("hears", 100_000, "");
        show("hears");
        browser.keys("s");
        browser.type("name", "raise");
        browser.type("payload", ENOUGH);
        browser.press("Send");
        browser.await("the end", page -> page.text(".standing").contains("COMPLETED"));
        assertThat(chain.result(String.class)).startsWith("counted to ");
    }

    @Test
    void aStateWithMarkupStaysText() {
        stage.begun("<b>bold", 3, "<script>document.title='taken'</script><img src=x onerror=alert(1)>");
        show("<b>bold");
        browser.await("the end", page -> page.text(".standing").contains("COMPLETED"));
        browser.await("the state", page -> page.text(".state").contains("<script>document.title='taken'</script>"));
        assertThat(browser.count("main b, main img, main script")).isZero();
        assertThat(browser.run("return document.title")).isEqualTo("<b>bold – Longhaul");
    }
}
