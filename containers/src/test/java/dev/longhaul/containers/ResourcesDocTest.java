package dev.longhaul.containers;

import static dev.longhaul.containers.DocExamples.source;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dagger.internal.codegen.ComponentProcessor;
import dev.longhaul.runtime.LongRunningHandler;
import dev.longhaul.testing.ChainTester;
import io.micronaut.annotation.processing.BeanDefinitionInjectProcessor;
import io.micronaut.annotation.processing.TypeElementVisitorProcessor;
import java.io.IOException;
import java.lang.reflect.Method;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.annotation.processing.Processor;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of {@code docs/resources.md}: each is compiled by javac and its container's processor, and run. */
class ResourcesDocTest {

    private static final Pattern TYPE = Pattern.compile("(?:class|interface) (\\w+)");

    private static final String OURS =
            "import dev.longhaul.annotations.*; import dev.longhaul.testing.ChainTester; import org.junit.jupiter.api.Test;";
    private static final String AWS = "import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;"
            + " import software.amazon.awssdk.services.s3.S3Client;"
            + " import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;";

    /** What the examples work on, and don't show. */
    private static final List<JavaFileObject> AROUND = List.of(
            source(
                    "Bank",
                    "interface Bank { Page page(String cursor) throws Exception;"
                            + " record Page(int mismatches, String next) {} }"),
            source(
                    "LedgerBank",
                    "class LedgerBank implements Bank { public Page page(String cursor) {"
                            + " return new Page(2, cursor.length() < 3 ? cursor + \".\" : null); } }"),
            source(
                    "KeyedBank",
                    "class KeyedBank extends LedgerBank { final String key;"
                            + " KeyedBank(String key) { this.key = key; } }"),
            source(
                    "HttpBank",
                    "class HttpBank extends LedgerBank {"
                            + " HttpBank(java.net.http.HttpClient http, String url) { java.net.URI.create(url); } }"));

    @TempDir
    Path folder;

    @Test
    void aPlainClassAndItsTest() throws Exception {
        try (URLClassLoader classes = compile(
                "A plain class",
                OURS + AWS + " import com.zaxxer.hikari.*; import java.net.http.HttpClient;",
                List.of())) {
            complete(classes);
            Class<?> test = classes.loadClass("acme.ReconcilePaymentsTest");
            var constructor = test.getDeclaredConstructor();
            constructor.setAccessible(true);
            Method method = test.getDeclaredMethod("allPagesAreRead");
            method.setAccessible(true);
            method.invoke(constructor.newInstance());
        }
    }

    @Test
    void spring() throws Exception {
        String imports = "import org.springframework.context.annotation.*;";
        try (URLClassLoader classes = compile("Spring", imports, List.of())) {
            complete(classes);
        }
    }

    @Test
    void guice() throws Exception {
        try (URLClassLoader classes = compile("Guice", "import com.google.inject.*;", List.of())) {
            complete(classes);
        }
    }

    @Test
    void dagger() throws Exception {
        try (URLClassLoader classes = compile(
                "Dagger",
                "import dagger.Component; import dagger.Module; import dagger.Provides;",
                List.of(new ComponentProcessor()))) {
            complete(classes);
        }
    }

    @Test
    void micronaut() throws Exception {
        String imports =
                "import io.micronaut.context.ApplicationContext; import io.micronaut.context.annotation.Factory;"
                        + " import jakarta.inject.Singleton;";
        List<Processor> processors = List.of(new TypeElementVisitorProcessor(), new BeanDefinitionInjectProcessor());
        try (URLClassLoader classes = compile("Micronaut", imports, processors)) {
            complete(classes);
        }
    }

    @Test
    void aSecret() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> asked = new ArrayList<>();
        server.createContext("/", exchange -> {
            asked.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            byte[] answer = "{\"Name\":\"bank\",\"SecretString\":\"s3cret\"}".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "application/x-amz-json-1.1");
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        server.start();
        Map<String, String> properties = Map.of(
                "aws.endpointUrlSecretsManager",
                        "http://127.0.0.1:" + server.getAddress().getPort(),
                "aws.region", "eu-central-1",
                "aws.accessKeyId", "none",
                "aws.secretAccessKey", "none");
        properties.forEach(System::setProperty);
        try (URLClassLoader classes = compile("Secrets", AWS, List.of())) {
            complete(classes);
            assertThat(asked).containsExactly("{\"SecretId\":\"the-banks-secret\"}");
        } finally {
            properties.keySet().forEach(System::clearProperty);
            server.stop(0);
        }
    }

    /** Makes the handler as Lambda does, and runs a chain with its resources. */
    private static void complete(ClassLoader classes) throws Exception {
        try (LongRunningHandler<?> handler = DocExamples.handler(classes, "ReconcilePayments")) {
            ChainTester.of(handler).run().assertCompleted().assertSteps(4).assertResult("8");
        }
    }

    private URLClassLoader compile(String section, String imports, List<Processor> others) throws IOException {
        List<JavaFileObject> sources = new ArrayList<>(AROUND);
        sources.add(source("ReconcilePayments", OURS + blocks("# Resources").get(0)));
        for (String block : blocks("## " + section)) {
            Matcher type = TYPE.matcher(block);
            assertThat(type.find()).isTrue();
            assertThat(block.lines()).as("some ten lines").hasSizeLessThanOrEqualTo(18);
            sources.add(source(type.group(1), imports + block));
        }
        return DocExamples.compile(sources, others, folder);
    }

    private static List<String> blocks(String heading) throws IOException {
        return DocExamples.blocks("resources.md", heading);
    }
}
