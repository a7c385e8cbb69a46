package dev.longhaul.console;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;

/** Debian's Chromium, without a screen. Where it is missing, the tests are skipped, but in CI they fail. */
final class Browser implements AutoCloseable {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static final long LOOK_NANOS = 50_000_000;

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
    }

    static Browser open(Path profile) {
        assumeTrue(
                (Files.exists(CHROMIUM) && Files.exists(DRIVER)) || "true".equals(System.getenv("CI")),
                "chromium and chromium-driver are not installed: the console is not tested in a browser");
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(FLAGS);
        options.addArguments("--user-data-dir=" + profile);
        return new Browser(new ChromeDriver(
                new ChromeDriverService.Builder()
                        .usingDriverExecutable(DRIVER.toFile())
                        .build(),
                options));
    }

    /** Opens an address anew, also where only what stands behind its # is another one. */
    void go(String address) {
        driver.get("about:blank");
        driver.get(address);
    }

    /** Runs a script in the page, and awaits what it promises. */
    Object run(String script) {
        return driver.executeScript(script);
    }

    /** Waits until a look at the page gives something else than null or false. */
    <T> T await(String what, Function<Browser, T> look) {
        long end = System.nanoTime() + Duration.ofMinutes(5).toNanos();
        while (System.nanoTime() - end < 0) {
            try {
                T seen = look.apply(this);
                if (seen != null && !Boolean.FALSE.equals(seen)) {
                    return seen;
                }
            } catch (StaleElementReferenceException redrawn) {
                // The page was drawn anew between the search and the look.
            }
            LockSupport.parkNanos(LOOK_NANOS);
        }
        throw new AssertionError("the page never had " + what + ", but:\n" + text("body"));
    }

    /** What stands on the page, or a part of it. */
    String text(String selector) {
        return driver.findElements(By.cssSelector(selector)).stream()
                .map(WebElement::getText)
                .reduce("", (all, each) -> all + each + "\n");
    }

    int count(String selector) {
        return driver.findElements(By.cssSelector(selector)).size();
    }

    void press(String button) {
        driver.findElements(By.tagName("button")).stream()
                .filter(each -> each.getText().startsWith(button) && each.isDisplayed())
                .reduce((first, last) -> last)
                .orElseThrow(() -> new AssertionError("there is no button " + button))
                .click();
    }

    /** Goes where a link leads. */
    void follow(String link) {
        driver.findElement(By.linkText(link)).click();
    }

    void type(String field, String text) {
        WebElement input = driver.findElement(By.cssSelector("[name='" + field + "'], #" + field));
        input.clear();
        input.sendKeys(text);
    }

    void choose(String field, String option) {
        driver.findElement(By.id(field)).findElements(By.tagName("option")).stream()
                .filter(each -> each.getText().equals(option))
                .forEach(WebElement::click);
    }

    /** What the browser has complained of since this was last asked. */
    List<String> complaints() {
        return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
                .map(LogEntry::getMessage)
                .toList();
    }

    void keys(String text) {
        driver.findElement(By.tagName("body")).sendKeys(text);
    }

    void size(int width, int height) {
        driver.manage().window().setSize(new Dimension(width, height));
    }

    void dark(boolean on) {
        driver.executeCdpCommand(
                "Emulation.setEmulatedMedia",
                Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", on ? "dark" : "light"))));
    }

    void shoot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    @Override
    public void close() {
        driver.quit();
    }
}
