package dev.longhaul.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A chain that really starts children and waits for them, seen from the parent and from a child. */
class ConsoleFamilyTest {

    /** With so much less to count a child is at its end. */
    private static final String ENOUGH = "-100000";

    private static final Path SHOTS = Path.of("target", "screenshots");

    @TempDir
    static Path folder;

    private static Browser browser;
    private static Stage stage;

    @BeforeAll
    static void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        browser.size(1280, 1300);
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

    @Test
    void aParentWaitsForItsChildrenAndEachLeadsToTheOther() throws IOException {
        stage.family("ours");
        stage.begun("alone", 2, "");
        browser.go(stage.origin() + "/#/Family/ours");
        browser.await("its children", page -> page.count("section[aria-label=Children] .chains tbody tr") == 2);
        browser.await("its wait", page -> page.text(".standing").contains("WAITING for "));
        browser.await("the wait on the timeline", page -> page.count(".timeline tr.wait") > 0);
        assertThat(browser.text(".timeline")).contains("left to wait", "waits, without an invocation");
        browser.await(
                "the wait as a bar that grows",
                page -> page.run(
                        "const bar = document.querySelector('.timeline tr.wait .span').getBoundingClientRect();"
                                + " return bar.width > 20 && bar.height > 4"));
        browser.shoot(SHOTS.resolve("family.png"));

        browser.follow("ours/ada");
        browser.await("the child", page -> page.text("h1").contains("ours/ada"));
        browser.await("its parent", page -> page.text("nav").contains("Parent: ours"));
        browser.await("a running hop", page -> page.count(".gauge") == 1);
        browser.shoot(SHOTS.resolve("child.png"));
        browser.follow("↑ Parent: ours");
        browser.await("the parent", page -> page.text("h1").contains("ours Family"));

        browser.await("its children", page -> page.count("section[aria-label=Children] .chains tbody tr") == 2);
        browser.follow("List them");
        browser.await("the list of the children", page -> page.count(".chains tbody tr") == 2);
        assertThat(browser.text("main"))
                .contains("Children of ours", "child of ours")
                .doesNotContain("alone");
        browser.choose("which", "ended");
        browser.await("that none has ended", page -> page.text("main").contains("It has started no such chains."));
        browser.shoot(SHOTS.resolve("children.png"));

        stage.chain("ours/ada").signal("raise", "1", ENOUGH);
        stage.chain("ours/bob").signal("raise", "2", ENOUGH);
        browser.await("both ends", page -> page.count(".chains tbody tr") == 2);
        browser.go(stage.origin() + "/#/Family/ours");
        browser.await("the parent's end", page -> page.text(".standing").contains("COMPLETED"));
        assertThat(browser.text(".timeline")).contains("waited, without an invocation", "ended the chain");
        assertThat(browser.text(".facts")).contains("counted to ");
        browser.shoot(SHOTS.resolve("family-ended.png"));
    }
}
