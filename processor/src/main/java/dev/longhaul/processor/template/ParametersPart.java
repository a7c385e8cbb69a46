package dev.longhaul.processor.template;

/** What may differ from one deployment to the next, and the conditions that follow from it. */
final class ParametersPart implements TemplatePart {

    @Override
    public void addTo(Yaml yaml, Deployment deployment) {
        yaml.open("Parameters");
        runtime(yaml, deployment.managed());
        if (deployment.managed()) {
            yaml.open("CapacityProviderArn")
                    .put("Type", "String")
                    .put(
                            "Description",
                            "The ARN of the Lambda capacity provider whose instances run the function. Its instance types"
                                    + " must be of the architecture " + deployment.architecture() + ".")
                    .close();
        } else {
            yaml.open("ReservedConcurrency")
                    .put("Type", "String")
                    .comment(
                            "A word for no bound, and not an empty text: a parameter that is left out keeps its value.")
                    .put("Default", "none")
                    .put("AllowedPattern", "none|[0-9]+")
                    .put(
                            "Description",
                            "How many hops may run at once; none for no bound of its own. 0 is the brake: nothing runs,"
                                    + " and waiting events go to the queue of failed events.")
                    .close();
        }
        yaml.open("LogRetentionDays")
                .put("Type", "Number")
                .put("Default", 30)
                .put("Description", "How long log lines are kept; one of the numbers that CloudWatch Logs knows.")
                .close();
        yaml.open("AlarmTopicArn")
                .put("Type", "String")
                .put("Default", "")
                .put("Description", "The ARN of the SNS topic that the alarms tell; empty for none.")
                .close();
        yaml.close().blank();
        conditions(yaml, deployment.managed());
    }

    private static void runtime(Yaml yaml, boolean managed) {
        yaml.open("Runtime").put("Type", "String").put("Default", "java21").open("AllowedValues");
        if (!managed) {
            yaml.element("java17");
        }
        yaml.element("java21")
                .element("java25")
                .close()
                .put("Description", "The managed runtime: at least the release that the job is compiled for.")
                .close();
    }

    private static void conditions(Yaml yaml, boolean managed) {
        yaml.open("Conditions");
        if (!managed) {
            yaml.raw("HasReservedConcurrency", "!Not [!Equals [!Ref ReservedConcurrency, none]]")
                    .raw("HasBrake", "!Equals [!Ref ReservedConcurrency, '0']");
        }
        yaml.raw("HasAlarmTopic", "!Not [!Equals [!Ref AlarmTopicArn, '']]")
                .close()
                .blank();
    }
}
