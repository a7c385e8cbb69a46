package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.longhaul.annotations.LongRunning;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The SAM template: to the letter, and what each option changes of it. */
class TemplateTest {

    @Test
    void theTemplateIsTheGoldenOne() throws Exception {
        String written = Templates.of("ReconcilePayments");
        Path golden = Path.of("src/test/resources/golden/ReconcilePayments.template.yaml");
        if ("rewrite".equals(System.getProperty("longhaul.golden"))) {
            Files.writeString(golden, written);
        }

        assertThat(written).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource
    void anOptionChangesItsOwnLinesAndNoOther(String option, List<String> gone, List<String> come) {
        List<String> before = lines("");
        List<String> after = lines(option);

        assertThat(without(before, after)).containsExactlyInAnyOrderElementsOf(gone);
        assertThat(without(after, before)).containsExactlyInAnyOrderElementsOf(come);
    }

    static Stream<Arguments> anOptionChangesItsOwnLinesAndNoOther() {
        return Stream.of(
                Arguments.of(
                        "timeoutMillis = 300_000",
                        List.of("Timeout: 900", "VisibilityTimeout: 930", "Threshold: 3960000"),
                        List.of("Timeout: 300", "VisibilityTimeout: 330", "Threshold: 1560000")),
                Arguments.of("memoryMegabytes = 512", List.of("MemorySize: 1769"), List.of("MemorySize: 512")),
                Arguments.of(
                        "architecture = Architecture.X86_64",
                        List.of("- arm64", "- arm64"),
                        List.of("- x86_64", "- x86_64")),
                Arguments.of(
                        "environment = {\"BANK_URL\", \"on\", \"RUNTIME\"}",
                        List.of(),
                        List.of(
                                "BankUrl:",
                                "Type: String",
                                "Default: ''",
                                "Description: 'The environment variable BANK_URL. While it is empty, the function does not"
                                        + " start.'",
                                "'On':",
                                "Type: String",
                                "Default: ''",
                                "Description: 'The environment variable on. While it is empty, the function does not start.'",
                                "RuntimeValue:",
                                "Type: String",
                                "Default: ''",
                                "Description: 'The environment variable RUNTIME. While it is empty, the function does not"
                                        + " start.'",
                                "BANK_URL: !Ref BankUrl",
                                "'on': !Ref 'On'",
                                "RUNTIME: !Ref RuntimeValue")),
                Arguments.of("name = \"other\"", named("Plain"), named("other")),
                Arguments.of(
                        "schedule = \"cron(0 3 * * ? *)\"",
                        List.of(),
                        List.of(
                                "Events:",
                                "# A start is skipped while an earlier chain of the job is alive.",
                                "Start:",
                                "Type: ScheduleV2",
                                "Properties:",
                                "ScheduleExpression: 'cron(0 3 * * ? *)'",
                                "# The chain is named by its time, so that an event that comes twice starts it once.",
                                "Input: '{\"longhaul\":{\"v\":1,\"start\":\"<aws.scheduler.scheduled-time>\"},"
                                        + "\"input\":null}'",
                                "OmitName: true",
                                "PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundary, !Ref AWS::NoValue]",
                                "State: !If [HasBrake, DISABLED, ENABLED]")),
                Arguments.of(
                        "compute = Compute.MANAGED_INSTANCES, memoryMegabytes = 2_048",
                        List.of(
                                "MemorySize: 1769",
                                "ReservedConcurrency:",
                                "# A word for no bound, and not an empty text: a parameter that is left out keeps its value.",
                                "Default: none",
                                "AllowedPattern: 'none|[0-9]+'",
                                "Description: 'How many hops may run at once; none for no bound of its own. 0 is the brake:"
                                        + " nothing runs, and waiting events go to the queue of failed events.'",
                                "HasReservedConcurrency: !Not [!Equals [!Ref ReservedConcurrency, none]]",
                                "HasBrake: !Equals [!Ref ReservedConcurrency, '0']",
                                "ReservedConcurrentExecutions: !If [HasReservedConcurrency, !Ref ReservedConcurrency,"
                                        + " !Ref AWS::NoValue]",
                                "VpcConfig: !If",
                                "- HasNetwork",
                                "- SubnetIds: !Split [',', !Ref SubnetIds]",
                                "SecurityGroupIds: !Split [',', !Ref SecurityGroupIds]",
                                "- !Ref AWS::NoValue",
                                "FunctionName: !Ref Function",
                                "LogFormat: Text",
                                "State: !If [HasBrake, DISABLED, ENABLED]",
                                "Value: !Ref Function"),
                        List.of(
                                "MemorySize: 2048",
                                "CapacityProviderArn:",
                                "Description: 'The ARN of the Lambda capacity provider whose instances run the function."
                                        + " Its instance types must be of the architecture arm64.'",
                                "# Lambda Managed Instances run published versions only: start chains through the alias.",
                                "AutoPublishAlias: live",
                                "CapacityProviderConfig:",
                                "Arn: !Ref CapacityProviderArn",
                                "FunctionName: !Sub '${Function}:live'",
                                "LogFormat: JSON",
                                "Value: !Sub '${Function}:live'")));
    }

    @Test
    void managedInstancesNeedACapacityProviderAndAnAlias() {
        String template = Templates.ofOptions(
                "compute = Compute.MANAGED_INSTANCES, memoryMegabytes = 2_048, timeoutMillis = 5_400_000");

        assertThat(template)
                .contains(
                        "      Timeout: 5400\n",
                        "      AutoPublishAlias: live\n",
                        "      CapacityProviderConfig:\n        Arn: !Ref CapacityProviderArn\n",
                        "        LogGroup: !Ref FunctionLog\n        LogFormat: JSON\n",
                        "  CapacityProviderArn:\n    Type: String\n    Description:",
                        "    Value: !Sub '${Function}:live'\n")
                .as("instances have no reserved concurrency")
                .doesNotContain("ReservedConcurrency");
    }

    @Test
    void snapStartNeedsAPublishedVersionAndItsAliasAndChangesNothingElse() {
        List<String> before = lines("");
        List<String> after = lines("compute = Compute.SNAP_START");

        assertThat(without(before, after)).containsExactly("FunctionName: !Ref Function", "Value: !Ref Function");
        assertThat(without(after, before))
                .containsExactlyInAnyOrder(
                        "FunctionName: !Sub '${Function}:live'",
                        "# Snapshots are taken of published versions only: start chains through the alias.",
                        "AutoPublishAlias: live",
                        "SnapStart:",
                        "ApplyOn: PublishedVersions",
                        "Value: !Sub '${Function}:live'");
    }

    /** They are matters of the chain, and stand in the handler. */
    @ParameterizedTest
    @MethodSource
    void optionsOfTheChainChangeNothing(String option) {
        assertThat(Templates.ofOptions(option)).isEqualTo(Templates.ofOptions(""));
    }

    static Stream<String> optionsOfTheChainChangeNothing() {
        return Stream.of(
                "safeMillis = 70_000",
                "tickMillis = 5_000",
                "maxStepMillis = 1_000",
                "maxHops = 7",
                "maxStalledHops = 7",
                "maxWakes = 7",
                "maxCostUsd = 7",
                "maxDurationMillis = 7",
                "adaptive = true",
                "singleChain = true",
                "dropped = \"seven\"");
    }

    @Test
    void everyOptionIsLookedAtHere() {
        assertThat(Stream.concat(
                                anOptionChangesItsOwnLinesAndNoOther().map(row -> (String) row.get()[0]),
                                optionsOfTheChainChangeNothing())
                        .map(option -> option.substring(0, option.indexOf(' '))))
                .containsExactlyInAnyOrderElementsOf(Stream.of(LongRunning.class.getDeclaredMethods())
                        .map(Method::getName)
                        .toList());
    }

    @Test
    void theBrakeIsPulledAndReleasedAsTheDocsSay() throws Exception {
        String template = Templates.ofOptions("");
        List<String> documented = values("`(?:--parameter-overrides )?ReservedConcurrency=(\\w*)`", docs());
        String allowed = values("AllowedPattern: '(.*)'", template).get(0);

        assertThat(documented).containsExactly("0", "none").allMatch(value -> value.matches(allowed));
        assertThat(template)
                .contains(
                        "    Default: none\n    AllowedPattern:",
                        "HasReservedConcurrency: !Not [!Equals [!Ref ReservedConcurrency, none]]\n",
                        "HasBrake: !Equals [!Ref ReservedConcurrency, '0']\n");
    }

    @Test
    void theDocsNameEveryActionForThoseWhoDeployOtherwise() throws Exception {
        List<String> actions = values("((?:lambda|dynamodb|sqs|kms):[A-Z][\\w*]+)", Templates.ofOptions(""));

        assertThat(docs())
                .contains(actions.stream().map(action -> "`" + action + "`").toList());
    }

    /** The price of an alarm: 10 cents a month in us-east-1. */
    @Test
    void theDocsHaveThePriceOfTheAlarms() throws Exception {
        String template = Templates.ofOptions("");
        int all = values("(Type: AWS::CloudWatch::Alarm\\n)", template).size();
        int ofFleet = values("(Type: AWS::CloudWatch::Alarm\\n +Properties)", template)
                .size();

        assertThat(ofFleet * 10).as("cents a month").isLessThan(25);
        assertThat(docs())
                .contains(
                        "%d alarms: $0.%d".formatted(all, all * 10),
                        "%d alarms: $0.%d".formatted(ofFleet, ofFleet * 10));
    }

    @Test
    void aParentMayStartItsChildrenAndTheyMayWakeIt() throws Exception {
        String template = Templates.of("MoveObjects");

        assertThat(values(
                        "function:([\\w-]+)\\$\\{Suffix\\}'", between("StartChildren", "ReadAndWriteChains", template)))
                .containsExactly("move-part", "Sweep");
        assertThat(values("function:(\\w+)\\$\\{Suffix\\}'", between("  WakeParent:", "  Chains:", template)))
                .containsExactly("MoveObjects");
        assertThat(Templates.ofOptions("")).doesNotContain("Child", "WakeParent");
    }

    private static String between(String from, String to, String text) {
        return text.substring(text.indexOf(from), text.indexOf(to, text.indexOf(from)));
    }

    /** Each with a default, so that nothing has to be given. */
    @Test
    void theDocsNameEveryParameter() throws Exception {
        String template = Templates.of("MoveObjects");
        String parameters = template.substring(template.indexOf("Parameters:"), template.indexOf("Conditions:"));

        assertThat(values("(?m)^  (\\w+):$", parameters))
                .hasSameSizeAs(values("(?m)^    (Default: )", parameters))
                .allSatisfy(name -> assertThat(docs()).contains("| `" + name + "` |"));
    }

    /** And a test of the runtime's compares the docs with what a hop prints. */
    @Test
    void theDashboardShowsFiguresThatTheDocsName() throws Exception {
        String docs = Files.readString(Path.of("../docs/observe.md"));

        assertThat(values("Longhaul\\$\\{Suffix}\", \"([a-z]\\w+)\"", Templates.ofOptions("")))
                .hasSize(8)
                .allSatisfy(figure -> assertThat(docs).contains("| `" + figure + "` |"));
    }

    private static String docs() throws IOException {
        return Files.readString(Path.of("../docs/deploy.md"));
    }

    private static List<String> values(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    private static List<String> named(String name) {
        String arn = "- !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:" + name;
        String dimension = "\"job\", \"" + name + "\"]";
        String metric = "[\"Longhaul${Suffix}\", ";
        List<String> lines = new ArrayList<>(List.of(
                metric + "\"steps\", " + dimension + "]}},",
                metric + "\"ageMillis\", " + dimension + ',',
                metric + "\"millisToGo\", " + dimension + "]}},",
                metric + "\"costUsd\", " + dimension + ',',
                metric + "\"usdToGo\", " + dimension + "]}},",
                metric + "\"safeMarginMillis\", " + dimension + "]}},",
                metric + "\"checkpointMillis\", " + dimension + ',',
                metric + "\"handoffGapMillis\", " + dimension + "]}},",
                metric + "\"UnfinishedChains\", \"Job\", \"" + name + "\"],"));
        lines.addAll(List.of(
                "Description: 'Long-running job " + name + "'",
                "Job: " + name,
                "FunctionName: !Sub '" + name + "${Suffix}'",
                "Description: 'What the long-running job " + name + " may do'",
                arn + "${Suffix}'",
                arn + "${Suffix}:*'",
                "LogGroupName: !Sub '/aws/lambda/" + name + "${Suffix}'",
                "Description: 'Sweeper of " + name + "'",
                "Description: 'What the sweeper of " + name + " may do'",
                arn + "${Suffix}'",
                arn + "${Suffix}:*'",
                "Value: " + name));
        return lines;
    }

    private static List<String> lines(String options) {
        return Templates.ofOptions(options).lines().map(String::strip).toList();
    }

    /** The lines that are in the one more often than in the other. */
    private static List<String> without(List<String> lines, List<String> others) {
        List<String> rest = new ArrayList<>(others);
        return lines.stream().filter(line -> !rest.remove(line)).toList();
    }
}
