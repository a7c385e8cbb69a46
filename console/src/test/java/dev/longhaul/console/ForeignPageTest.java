package dev.longhaul.console;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.longhaul.client.ChainHandle;
import dev.longhaul.local.machine.Loopback;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A page of somebody else's, in a browser that has the console open too, and even knows its token. */
class ForeignPageTest {

    @TempDir
    Path folder;

    private Browser browser;
    private Stage stage;
    private HttpServer foreign;

    @BeforeEach
    void open() throws IOException {
        browser = Browser.open(folder.resolve("profile"));
        stage = Stage.set(folder.resolve("store"));
        foreign = Loopback.bind(0);
        foreign.createContext("/", exchange -> {
            byte[] page = "<title>foreign</title>".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        foreign.start();
    }

    @AfterEach
    void close() {
        if (foreign != null) {
            foreign.stop(0);
        }
        if (stage != null) {
            stage.close();
        }
        if (browser != null) {
            browser.close();
        }
    }

    private Object fetched(String path, String options) {
        return browser.run("return fetch('" + stage.origin() + path + "', " + options
                + ").then(answer => answer.type + ' ' + answer.status, failure => 'failed')");
    }

    @Test
    void itReadsNothingAndDoesNothing() {
        ChainHandle chain = stage.begun("spared", 100_000, "");
        browser.go(stage.address());
        browser.await("the list", page -> page.text(".chains").contains("spared"));
        browser.go("http://127.0.0.1:" + foreign.getAddress().getPort() + "/");
        String token = "'X-Longhaul-Token': '" + stage.token() + "'";
        String body = "body: JSON.stringify({job: 'Tally', chain: 'spared'})";

        assertThat(fetched("/api/chains", "{headers: {" + token + "}}")).isEqualTo("failed");
        assertThat(fetched(
                        "/api/stop",
                        "{method: 'POST', headers: {" + token + ", 'Content-Type': 'application/json'}, " + body + "}"))
                .isEqualTo("failed");
        assertThat(fetched("/api/stop", "{method: 'POST', mode: 'no-cors', " + body + "}"))
                .as("sent, but refused, and the answer is not shown")
                .isIn("opaque 0", "failed");

        assertThat(chain.record().stopRequested()).isNull();
        chain.stop("the test is over");
    }
}
