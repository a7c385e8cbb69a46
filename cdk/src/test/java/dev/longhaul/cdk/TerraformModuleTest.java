package dev.longhaul.cdk;

import static org.assertj.core.api.Assertions.assertThat;

import com.bertramlabs.plugins.hcl4j.HCLParser;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The module for Terraform, read by a parser of its language, says what the generated template says. */
class TerraformModuleTest {

    private static final Path MODULE = Path.of("../docs/terraform/longhaul-job");
    private static final Path TEMPLATE =
            Path.of("target/test-classes/META-INF/longhaul/dev.longhaul.cdk.Reconcile.template.yaml");

    /** The module's resources that stand for one of the template, by its name there. */
    private static final Map<String, List<String>> SAME = Map.ofEntries(
            Map.entry(
                    "Function",
                    List.of(
                            "aws_lambda_function.job",
                            "aws_lambda_function_recursion_config.job",
                            "aws_lambda_function_event_invoke_config.job",
                            "aws_scheduler_schedule.start")),
            Map.entry(
                    "FunctionRole",
                    List.of("aws_iam_role.job", "aws_iam_role_policy.job", "aws_iam_role_policy_attachment.job")),
            Map.entry(
                    "SweeperRole",
                    List.of(
                            "aws_iam_role.sweeper",
                            "aws_iam_role_policy.sweeper",
                            "aws_iam_role_policy_attachment.sweeper")),
            Map.entry("Chains", List.of("aws_dynamodb_table.chains")),
            Map.entry("FailedEvents", List.of("aws_sqs_queue.failed_events")),
            Map.entry("HopQueue", List.of("aws_sqs_queue.hops")),
            Map.entry("HopMapping", List.of("aws_lambda_event_source_mapping.hops")),
            Map.entry("FunctionLog", List.of("aws_cloudwatch_log_group.job")),
            Map.entry("SweeperLog", List.of("aws_cloudwatch_log_group.sweeper")),
            Map.entry(
                    "Sweeper",
                    List.of(
                            "aws_lambda_function.sweeper",
                            "aws_lambda_function_event_invoke_config.sweeper",
                            "aws_scheduler_schedule.sweeper")),
            Map.entry("UnfinishedChains", List.of("aws_cloudwatch_log_metric_filter.unfinished")),
            Map.entry("AbandonedChains", List.of("aws_cloudwatch_log_metric_filter.abandoned")),
            Map.entry("UnfinishedChainsAlarm", List.of("aws_cloudwatch_metric_alarm.unfinished")),
            Map.entry("FailedEventsAlarm", List.of("aws_cloudwatch_metric_alarm.failed_events")),
            Map.entry("OldEventsAlarm", List.of("aws_cloudwatch_metric_alarm.old_events")),
            Map.entry("ErrorsAlarm", List.of("aws_cloudwatch_metric_alarm.errors")),
            Map.entry("SweeperErrorsAlarm", List.of("aws_cloudwatch_metric_alarm.sweeper_errors")));

    /** What the module has besides: SAM makes the scheduler's role itself, and only some jobs have children. */
    private static final Set<String> BESIDES =
            Set.of("aws_iam_role.scheduler", "aws_iam_role_policy.scheduler", "aws_iam_role_policy.wake_parent");

    /** What the template has and the module has not. */
    private static final Set<String> LEFT_OUT = Set.of("ChainsDashboard");

    private static Map<String, Map<?, ?>> resources;
    private static Map<?, ?> module;
    private static String text;
    private static Map<?, ?> template;

    @BeforeAll
    static void read() throws Exception {
        StringBuilder all = new StringBuilder();
        try (Stream<Path> files = Files.list(MODULE)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".tf"))
                    .sorted()
                    .toList()) {
                all.append(Files.readString(file));
            }
        }
        text = all.toString();
        module = new HCLParser().parse(text, true);
        resources = new TreeMap<>();
        map(module.get("resource"))
                .forEach((type, named) ->
                        map(named).forEach((name, body) -> resources.put(type + "." + name, map(body))));
        template = LongForm.read(TEMPLATE);
    }

    @Test
    void eachResourceOfTheTemplateIsThere() {
        assertThat(map(template.get("Resources")).keySet().stream().map(Object::toString))
                .containsExactlyInAnyOrderElementsOf(union(SAME.keySet(), LEFT_OUT));
        assertThat(resources.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        union(SAME.values().stream().flatMap(List::stream).collect(Collectors.toSet()), BESIDES));
    }

    @Test
    void alarmsAreTheSame() {
        Map<String, String> names = Map.of(
                "alarm_description", "AlarmDescription",
                "metric_name", "MetricName",
                "statistic", "Statistic",
                "period", "Period",
                "evaluation_periods", "EvaluationPeriods",
                "threshold", "Threshold",
                "comparison_operator", "ComparisonOperator",
                "treat_missing_data", "TreatMissingData");
        SAME.forEach((name, same) -> same.stream()
                .filter(each -> each.startsWith("aws_cloudwatch_metric_alarm"))
                .forEach(each -> names.forEach(
                        (ours, theirs) -> assertThat(plain(resources.get(each).get(ours)))
                                .as("%s of %s", ours, each)
                                .isEqualTo(plain(properties(name).get(theirs))))));
    }

    @Test
    void eventsAreRetriedAlike() {
        for (String name : List.of("Function", "Sweeper")) {
            Map<?, ?> ours = resources.get(
                    "aws_lambda_function_event_invoke_config." + (name.equals("Function") ? "job" : "sweeper"));
            Map<?, ?> theirs = map(properties(name).get("EventInvokeConfig"));
            assertThat(plain(ours.get("maximum_retry_attempts"))).isEqualTo(plain(theirs.get("MaximumRetryAttempts")));
        }
        assertThat(plain(variable("maximum_event_age_seconds"))).isEqualTo("21600");
        assertThat(plain(properties("Function").get("Timeout"))).isEqualTo(plain(variable("timeout_seconds")));
        assertThat(plain(properties("Function").get("MemorySize"))).isEqualTo(plain(variable("memory_megabytes")));
        assertThat(plain(properties("Sweeper").get("MemorySize")))
                .isEqualTo(plain(resources.get("aws_lambda_function.sweeper").get("memory_size")));
        assertThat(plain(properties("Sweeper").get("Timeout")))
                .isEqualTo(plain(resources.get("aws_lambda_function.sweeper").get("timeout")));
    }

    @Test
    void rightsAreTheSame() {
        assertThat(actions("job")).isEqualTo(allowed("FunctionRole"));
        assertThat(actions("sweeper")).isEqualTo(allowed("SweeperRole"));
    }

    @Test
    void environmentVariablesAreTheSame() {
        Set<String> theirs = new TreeSet<>();
        for (String name : List.of("Function", "Sweeper")) {
            map(map(properties(name).get("Environment")).get("Variables")).keySet().stream()
                    .map(Object::toString)
                    .filter(variable -> variable.startsWith("LONGHAUL_"))
                    .forEach(theirs::add);
        }
        assertThat(Pattern.compile("\\bLONGHAUL_[A-Z]+").matcher(text).results().map(MatchResult::group))
                .containsOnlyOnceElementsOf(List.of("LONGHAUL_METRICS"))
                .containsAll(theirs);
    }

    @Test
    void theFilterOfLogLinesIsTheSame() {
        assertThat(text.replace("\\\"", "\""))
                .contains(properties("UnfinishedChains").get("FilterPattern").toString());
    }

    @Test
    void theStartIsNamedByItsTime() {
        Map<?, ?> start = map(map(properties("Function").get("Events")).get("Start"));

        assertThat(text.replace("\\\"", "\""))
                .contains(map(start.get("Properties")).get("Input").toString());
    }

    /** The actions that a statement of the module's allows, by its sid. */
    private static Map<String, Set<String>> actions(String document) {
        Map<String, Set<String>> actions = new TreeMap<>();
        String from = "data \"aws_iam_policy_document\" \"" + document + "\"";
        String body = text.substring(text.indexOf(from), text.indexOf("\n}", text.indexOf(from)));
        Pattern.compile("sid +=\\s+\"(\\w+)\"\\s+actions +=\\s+\\[([^]]*)]")
                .matcher(body)
                .results()
                .forEach(found -> actions.put(
                        found.group(1),
                        Stream.of(found.group(2).replace("\"", "").split(", *")).collect(Collectors.toSet())));
        actions.remove("StartChildren");
        return actions;
    }

    /** The actions that a statement of the template's allows, by its sid. */
    private static Map<String, Set<String>> allowed(String role) {
        Map<String, Set<String>> allowed = new TreeMap<>();
        statements(properties(role).get("Policies"), allowed);
        return allowed;
    }

    private static void statements(Object value, Map<String, Set<String>> allowed) {
        if (value instanceof Map<?, ?> map && map.containsKey("Sid")) {
            Object action = map.get("Action");
            allowed.put(
                    map.get("Sid").toString(),
                    action instanceof Collection<?> several
                            ? several.stream().map(Object::toString).collect(Collectors.toSet())
                            : Set.of(action.toString()));
        } else if (value instanceof Map<?, ?> map) {
            map.values().forEach(each -> statements(each, allowed));
        } else if (value instanceof Collection<?> list) {
            list.forEach(each -> statements(each, allowed));
        }
    }

    private static Object variable(String name) {
        return map(map(module.get("variable")).get(name)).get("default");
    }

    private static Map<?, ?> properties(String resource) {
        return map(map(map(template.get("Resources")).get(resource)).get("Properties"));
    }

    private static String plain(Object value) {
        return value instanceof Number number ? String.valueOf(number.longValue()) : String.valueOf(value);
    }

    private static List<String> union(Collection<String> some, Collection<String> others) {
        List<String> all = new ArrayList<>(some);
        all.addAll(others);
        return all;
    }

    private static Map<?, ?> map(Object value) {
        return (Map<?, ?>) value;
    }
}
