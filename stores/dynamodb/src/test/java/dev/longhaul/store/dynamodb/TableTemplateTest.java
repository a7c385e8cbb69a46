package dev.longhaul.store.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.processor.LongRunningProcessor;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The template that the processor writes makes the table that the store uses, and allows what the store does. */
class TableTemplateTest {

    private static final String JOB = """
            package jobs;

            import dev.longhaul.annotations.*;

            @LongRunning
            class Plain {
                @State int done;
                @Step void work() { done++; }
                @Terminate boolean finished() { return done > 9; }
            }
            """;

    @TempDir
    Path folder;

    private String template;

    @BeforeEach
    void compile() throws Exception {
        CompilationTask task = ToolProvider.getSystemJavaCompiler()
                .getTask(
                        null,
                        null,
                        new DiagnosticCollector<>(),
                        List.of("-proc:only", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        List.of(new Source()));
        task.setProcessors(List.of(new LongRunningProcessor()));
        assertThat(task.call()).isTrue();
        template = Files.readString(folder.resolve("META-INF/longhaul/jobs.Plain.template.yaml"));
    }

    @Test
    void theKeysOfTheTableAreTheStores() {
        assertThat(template).contains("""
                      KeySchema:
                        - AttributeName: %s
                          KeyType: HASH
                        - AttributeName: %s
                          KeyType: RANGE
                """.formatted(Items.JOB, Items.CHAIN));
    }

    @Test
    void theIndexIsTheOneThatTheStoreAsks() {
        assertThat(template).contains("""
                        - IndexName: %s
                          KeySchema:
                            - AttributeName: %s
                              KeyType: HASH
                            - AttributeName: %s
                              KeyType: RANGE
                          Projection:
                            ProjectionType: KEYS_ONLY
                """.formatted(Items.LIVE_INDEX, Items.LIVE, Items.LEASE_UNTIL));
        assertThat(template)
                .contains("- AttributeName: %s\n          AttributeType: S\n".formatted(Items.LIVE))
                .contains("- AttributeName: %s\n          AttributeType: 'N'\n".formatted(Items.LEASE_UNTIL))
                .contains("!Sub '${Chains.Arn}/index/%s'".formatted(Items.LIVE_INDEX));
    }

    @Test
    void endedChainsAreForgottenByTheAttributeThatTheStoreWrites() {
        assertThat(template).contains("TimeToLiveSpecification:\n        AttributeName: " + Items.TTL + "\n");
    }

    @Test
    void theStoreOpensTheUriOfTheTemplate() {
        String uri = "dynamodb://${Chains}";
        assertThat(template).contains("LONGHAUL_STORE: !If [MakesTable, !Sub '" + uri + "', ");
        assertThat(TableUri.of(uri.replace("${Chains}", "stack-Chains-1ABC")).table())
                .isEqualTo("stack-Chains-1ABC");
    }

    @Test
    void bothFunctionsMayDoWhatTheStoreDoes() {
        for (String action : List.of("GetItem", "PutItem")) {
            assertThat(template.split("- dynamodb:" + action + "\n", -1))
                    .as(action)
                    .hasSize(3);
        }
        assertThat(Pattern.compile("dynamodb:[A-Z]").matcher(template).results().count())
                .as("and no more")
                .isEqualTo(2 * 2 + 1);
        assertThat(template).containsOnlyOnce("Action: dynamodb:Query\n");
    }

    private static final class Source extends SimpleJavaFileObject {

        Source() {
            super(URI.create("string:///jobs/Plain.java"), Kind.SOURCE);
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return JOB;
        }
    }
}
