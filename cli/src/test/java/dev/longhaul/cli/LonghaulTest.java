package dev.longhaul.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.cli.Terminal.Result;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands say before they do anything. */
class LonghaulTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run",
                "start",
                "list",
                "show",
                "watch",
                "logs",
                "signal",
                "stop",
                "resume",
                "sweep",
                "cost",
                "template",
                "completion"
            })
    void everyCommandHasHelp(String command) {
        Result help = Terminal.run(command, "--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("Usage: longhaul " + command, "--help");
        assertThat(Terminal.run("--help").out()).contains("  " + command + ' ');
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "list Tally | 1 | longhaul: which store? Give --store URI",
                "list Tally --store nosuch:x | 1 | longhaul: LONGHAUL_STORE is \"nosuch:...\", and no store on the class path knows that form",
                "list Tally --store payload: | 1 | longhaul: the store is payload:, which keeps nothing",
                "list | 2 | longhaul: Missing required parameter: 'JOB'. See longhaul list --help.",
                "list Tally --store memory: --status DONE | 2 | longhaul: Invalid value for option '--status'",
                "list Tally --store memory: --since soon | 2 | \"soon\" is no time: write one like 90s, 15min, 2h or 7d",
                "list Tally --store memory: --parent nightly | 1 | longhaul: --parent is \"nightly\", and takes the job and the id of the parent",
                "show Tally nightly --store memory: | 1 | longhaul: there is no chain \"nightly\" of the job Tally in memory:.",
                "stop Tally nightly --store memory: | 1 | longhaul: there is no chain \"nightly\"",
                "start Tally --store memory: --input {] | 1 | longhaul: the start event is no JSON: ",
                "template nowhere.jar | 1 | longhaul: there is no nowhere.jar. Build the job's jar first",
                "cost | 1 | longhaul: give JOB and CHAIN for what a chain has cost, or --items and --ms-per-item",
                "cost --items 5 --ms-per-item 5 --price-region mars | 1 | longhaul: the prices of the region mars are not known. Known are: ap-southeast-2",
                "frobnicate | 2 | Unmatched argument at index 0: 'frobnicate'"
            })
    void whatIsWrongIsOneLineWithItsStatus(String arguments, int status, String message) {
        Result result = Terminal.run(arguments.split(" "));

        assertThat(result.status()).as(result.err()).isEqualTo(status);
        assertThat(result.err()).contains(message).doesNotContain("\tat ").hasLineCount(1);
        assertThat(result.out()).isEmpty();
    }

    @Test
    void whereNoLocalLambdaRunsThatIsSaid() {
        String dir = folder.toString();

        assertThat(Terminal.run("start", "Tally", "--local", "--dir", dir).err())
                .startsWith("longhaul: no local Lambda runs in " + folder)
                .contains("longhaul run JAR");
        Result none = Terminal.run("list", "Tally", "--local", "--dir", dir);
        assertThat(none.status()).isZero();
        assertThat(none.err()).contains("no such chains of the job Tally");
        assertThat(Terminal.run("logs", "Tally", "--local", "--dir", dir).err())
                .contains("there is no log of a function Tally");
    }

    @Test
    void aJarWithoutAJobIsToldSo() throws Exception {
        Result empty = Terminal.run("run", folder.toString(), "--dir", folder.toString());
        assertThat(empty.status()).isEqualTo(1);
        assertThat(empty.err()).contains("has no job: no META-INF/longhaul/*.template.yaml is in it");
        Path garbage = Files.writeString(folder.resolve("garbage.jar"), "no jar");
        assertThat(Terminal.run("template", garbage.toString()).err()).contains("garbage.jar is no jar: ");
    }

    @Test
    void whatANewVersionOfTheTemplateChangesIsPrinted() throws Exception {
        String classes = Path.of(LonghaulTest.class.getResource("/").toURI()).toString();
        String template = Terminal.run("template", classes, "--job", "Tally").out();
        Path old = Files.writeString(
                folder.resolve("deployed.yaml"), template.replace("MemorySize: 256\n", "MemorySize: 128\n"));
        Path same = Files.writeString(folder.resolve("same.yaml"), template);

        String changes = Terminal.run("template", classes, "--job", "Tally", "--diff", old.toString())
                .out();
        assertThat(changes)
                .startsWith("--- " + old + "\n+++ " + classes + "\n@@ ")
                .contains("\n-      MemorySize: 128\n+      MemorySize: 256\n");
        assertThat(changes.lines().filter(line -> line.startsWith("-") || line.startsWith("+")))
                .hasSize(4);
        Result none = Terminal.run("template", classes, "--job", "Tally", "--diff", same.toString());
        assertThat(none.out()).isEmpty();
        assertThat(none.err()).contains("the template is the same as that of " + same);
        assertThat(Terminal.run("template", classes, "--job", "Tally", "--diff", "nowhere.jar")
                        .err())
                .contains("there is no nowhere.jar");
    }

    @Test
    void aHandlerThatIsNotThereIsNamedBeforeAnythingStarts() throws Exception {
        Path template = Files.writeString(folder.resolve("template.yaml"), """
                Resources:
                  Function:
                    Type: AWS::Serverless::Function
                    Properties:
                      FunctionName: Gone
                      Handler: a.Gone::handleRequest
                """);

        Result refused = Terminal.run(
                "run",
                folder.toString(),
                "--template",
                template.toString(),
                "--dir",
                folder.toString(),
                "--start",
                "x");

        assertThat(refused.status()).isEqualTo(ExitCode.REFUSED);
        assertThat(refused.err())
                .isEqualTo("longhaul: the template's handler a.Gone is not in [" + folder
                        + "]. Give the jar with the job and all that it needs, or what is missing besides.\n");
        assertThat(new LocalFolder(folder).running()).isEmpty();
    }

    @Test
    void theStoreThatCannotBeReachedHasAStatusOfItsOwn() {
        Result result = Terminal.run("list", "Tally", "--store", "jdbc:postgresql://127.0.0.1:1/none?user=none");

        assertThat(result.status()).isEqualTo(ExitCode.UNAVAILABLE);
        assertThat(result.err()).startsWith("longhaul: ").hasLineCount(1);
    }

    @Test
    void completionIsAScriptOfTheShell() {
        assertThat(Terminal.run("completion").out())
                .startsWith("#!/usr/bin/env bash")
                .contains("longhaul", "--living");
    }
}
