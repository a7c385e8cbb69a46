package dev.longhaul.processor.template;

/** What somebody should know of: late events, lost events, errors, and chains that ended before their work did. */
final class AlarmPart implements TemplatePart {

    /** A stop that somebody asked for is no alarm. */
    private static final String UNFINISHED =
            "{ ($.longhaul = \"failed\") || (($.longhaul = \"stopped\") && ($.kind != \"StopRequested\")) }";

    private static final String NAMESPACE = "Longhaul";
    private static final String METRIC = "UnfinishedChains";

    @Override
    public void addTo(Yaml yaml, Deployment deployment) {
        yaml.comment("The function and the sweeper print one line of JSON when a chain ends.");
        filter(yaml, "UnfinishedChains", "FunctionLog");
        filter(yaml, "AbandonedChains", "SweeperLog");

        begin(yaml, "UnfinishedChainsAlarm", "A chain has failed, or a bound has stopped it. Its log line says why.");
        metric(yaml, NAMESPACE, METRIC, "Sum", "Job", false, deployment.job(), 0);
        begin(
                yaml,
                "FailedEventsAlarm",
                "An event has ended in the queue of failed events. The sweeper sends its hop again.");
        metric(
                yaml,
                "AWS/SQS",
                "ApproximateNumberOfMessagesVisible",
                "Maximum",
                "QueueName",
                true,
                "!GetAtt FailedEvents.QueueName",
                0);
        begin(yaml, "OldEventsAlarm", "Events wait for longer than any retry explains: the function is throttled.");
        metric(
                yaml,
                "AWS/Lambda",
                "AsyncEventAge",
                "Maximum",
                "FunctionName",
                true,
                "!Ref Function",
                deployment.oldEventMillis());
        begin(yaml, "ErrorsAlarm", "A hop has failed or was killed. Lambda sends it again; see its log.");
        metric(yaml, "AWS/Lambda", "Errors", "Sum", "FunctionName", true, "!Ref Function", 0);
        begin(yaml, "SweeperErrorsAlarm", "A sweep has failed. While it fails, hops that died are not found.");
        metric(yaml, "AWS/Lambda", "Errors", "Sum", "FunctionName", true, "!Ref Sweeper", 0);
    }

    private static void filter(Yaml yaml, String id, String log) {
        yaml.open(id)
                .put("Type", "AWS::Logs::MetricFilter")
                .open("Properties")
                .raw("LogGroupName", "!Ref " + log)
                .put("FilterPattern", UNFINISHED)
                .open("MetricTransformations")
                .item()
                .put("MetricNamespace", NAMESPACE)
                .put("MetricName", METRIC)
                .put("MetricValue", "1")
                .open("Dimensions")
                .item()
                .put("Key", "Job")
                .put("Value", "$.job")
                .close()
                .close()
                .close()
                .close()
                .close()
                .close()
                .blank();
    }

    private static void begin(Yaml yaml, String id, String description) {
        yaml.open(id).put("Type", "AWS::CloudWatch::Alarm").open("Properties").put("AlarmDescription", description);
    }

    private static void metric(
            Yaml yaml,
            String namespace,
            String name,
            String statistic,
            String dimension,
            boolean raw,
            String value,
            long threshold) {
        yaml.put("Namespace", namespace)
                .put("MetricName", name)
                .open("Dimensions")
                .item()
                .put("Name", dimension)
                .raw("Value", raw ? value : Yaml.scalar(value))
                .close()
                .close()
                .put("Statistic", statistic)
                .put("Period", 300)
                .put("EvaluationPeriods", 1)
                .put("Threshold", threshold)
                .put("ComparisonOperator", "GreaterThanThreshold")
                .put("TreatMissingData", "notBreaching")
                .open("AlarmActions")
                .rawElement("!If [HasAlarmTopic, !Ref AlarmTopicArn, !Ref AWS::NoValue]")
                .close()
                .close()
                .close()
                .blank();
    }
}
