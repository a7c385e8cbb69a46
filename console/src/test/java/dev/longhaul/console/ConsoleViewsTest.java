package dev.longhaul.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How the views look: light and dark, wide and narrow. The screenshots are in {@code target/screenshots}. */
class ConsoleViewsTest {

    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        stage = Stage.set(folder.resolve("store"));
        browser.go(stage.address());
        stage.begun("nightly-2026-11-27", 60, "");
        stage.begun("nightly-2026-11-28", 100_000, "");
        stage.begun("nightly-2026-11-29", 100_000, "so far so good");
        stage.chain("nightly-2026-11-28").stop("the bank is closed");
        browser.await("all chains", page -> page.count(".chains tbody tr") == 3);
        browser.await("a stopped one", page -> page.text(".chains").contains("STOPPED"));
        browser.await("a completed one", page -> page.text(".chains").contains("COMPLETED"));
        browser.await("costs", page -> page.text(".chains").contains("$0.0"));
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

    private static void shoot(String name, int width, int height, boolean dark) throws IOException {
        browser.size(width, height);
        browser.dark(dark);
        browser.shoot(SHOTS.resolve(name + ".png"));
        assertThat(browser.run("return document.documentElement.scrollWidth <= innerWidth"))
                .as(name + " has no need to scroll sideways")
                .isEqualTo(true);
    }

    @Test
    void theListSaysEachStatusInWords() throws IOException {
        browser.go(stage.origin() + "/#/");
        browser.await("all chains", page -> page.count(".chains tbody tr") >= 3);
        assertThat(browser.text(".chains")).contains("✓ COMPLETED", "■ STOPPED", "nightly-2026-11-29");
        shoot("list", 1280, 620, false);
        shoot("list-dark", 1280, 620, true);
        shoot("list-narrow", 500, 900, false);

        browser.press("Start a chain");
        shoot("start", 1280, 620, false);
        browser.press("Cancel");
    }

    @Test
    void theListIsNarrowedByStatusAndName() {
        browser.go(stage.origin() + "/#/");
        browser.await("all chains", page -> page.count(".chains tbody tr") >= 3);
        browser.type("prefix", "nightly-");
        browser.choose("which", "living");
        browser.await("the living one", page -> page.count(".chains tbody tr") == 1);
        browser.choose("which", "all");
        browser.type("prefix", "nightly-2026-11-27");
        browser.await("the one of that name", page -> page.count(".chains tbody tr") == 1);
        assertThat(browser.text(".chains")).contains("nightly-2026-11-27");
    }

    @Test
    void theStepsOverTimeAreTheChainsAndNotAHops() {
        String said = "{what: 'told', at: '2026-11-29T20:00:00Z', text: '{\"longhaul\":\"%s\",\"steps\":%d}'}";
        String moments = String.join(
                ",", said.formatted("checkpoint", 40), said.formatted("hop", 12), said.formatted("handed off", 52));
        assertThat(browser.run("return import('/chart.js').then(({points}) => points(null, [" + moments
                        + "]).map(point => point.steps).join())"))
                .isEqualTo("40,52");
    }

    @Test
    void theChainIsSeenWhole() throws IOException {
        browser.go(stage.origin() + "/#/Tally/nightly-2026-11-29");
        browser.await("some hops", page -> page.count(".timeline tbody tr") > 4);
        browser.await("what its function knows", page -> page.text(".facts").contains("of 500"));
        browser.await("a running hop", page -> page.count(".gauge") == 1);
        shoot("chain", 1280, 1500, false);
        shoot("chain-dark", 1280, 1500, true);
        shoot("chain-narrow", 500, 1800, false);
    }
}
