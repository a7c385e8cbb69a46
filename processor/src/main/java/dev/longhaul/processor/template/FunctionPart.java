package dev.longhaul.processor.template;

/** The function that runs the hops, with what it may do. */
final class FunctionPart implements TemplatePart {

    /** EventBridge Scheduler delivers at least once; a start that is named by its time happens once. */
    private static final String NAMED_START =
            "{\"longhaul\":{\"v\":1,\"start\":\"<aws.scheduler.scheduled-time>\"},\"input\":null}";

    @Override
    public void addTo(Yaml yaml, Deployment deployment) {
        yaml.comment("Runs the hops. Its name is fixed, because its own policy must name it.")
                .open("Function")
                .put("Type", "AWS::Serverless::Function")
                .open("Properties")
                .put("FunctionName", deployment.job())
                .put("Description", "Long-running job " + deployment.type())
                .comment(
                        "The jar with the job and all that it needs, seen from this file. A parameter can't name it, nor")
                .comment(
                        "can Globals: aws uploads only what stands here. The compiler option -Alonghaul.code= changes it.")
                .put("CodeUri", deployment.code())
                .put("Handler", deployment.handler() + "::handleRequest")
                .raw("Runtime", "!Ref Runtime")
                .open("Architectures")
                .element(deployment.architecture())
                .close()
                .put("MemorySize", deployment.memoryMegabytes())
                .put("Timeout", deployment.timeoutSeconds())
                .comment("A chain is a loop on purpose: by default Lambda stops it after some 16 hops. What bounds it")
                .comment("instead is maxHops, maxStalledHops and maxCostUsd of the job.")
                .put("RecursiveLoop", "Allow");
        if (deployment.managed()) {
            instances(yaml);
        } else {
            yaml.raw(
                    "ReservedConcurrentExecutions",
                    "!If [HasReservedConcurrency, !Ref ReservedConcurrency, !Ref AWS::NoValue]");
        }
        environment(yaml);
        log(yaml, deployment);
        events(yaml);
        yaml.open("Policies").item();
        Policies.document(yaml);
        Policies.invoke(yaml, "HandOff", deployment);
        Policies.chains(yaml);
        yaml.close().close().close();
        if (!deployment.schedule().isEmpty()) {
            schedule(yaml, deployment);
        }
        yaml.close().close().blank();
    }

    private static void instances(Yaml yaml) {
        yaml.comment("Lambda Managed Instances run published versions only: start chains through the alias.")
                .put("AutoPublishAlias", "live")
                .open("CapacityProviderConfig")
                .raw("Arn", "!Ref CapacityProviderArn")
                .close();
    }

    /** The store that both functions use, and where their log lines go. */
    static void environment(Yaml yaml) {
        yaml.open("Environment")
                .open("Variables")
                .raw("LONGHAUL_STORE", "!Sub 'dynamodb://${Chains}'")
                .close()
                .close();
    }

    private static void log(Yaml yaml, Deployment deployment) {
        yaml.comment("The filter of the metric reads the lines as the function prints them.")
                .open("LoggingConfig")
                .raw("LogGroup", "!Ref FunctionLog")
                .put("LogFormat", deployment.managed() ? "JSON" : "Text")
                .close();
    }

    private static void events(Yaml yaml) {
        yaml.comment("What is done with an event that the function can't take: a hop that was killed comes again under")
                .comment("its own request id, and takes its chain over.")
                .open("EventInvokeConfig")
                .put("MaximumRetryAttempts", 2)
                .put("MaximumEventAgeInSeconds", Deployment.EVENT_AGE_SECONDS)
                .open("DestinationConfig")
                .open("OnFailure")
                .put("Type", "SQS")
                .raw("Destination", "!GetAtt FailedEvents.Arn")
                .close()
                .close()
                .close();
    }

    private static void schedule(Yaml yaml, Deployment deployment) {
        yaml.open("Events")
                .comment("A start is skipped while an earlier chain of the job is alive.")
                .open("Start")
                .put("Type", "ScheduleV2")
                .open("Properties")
                .put("ScheduleExpression", deployment.schedule())
                .comment("The chain is named by its time, so that an event that comes twice starts it once.")
                .put("Input", NAMED_START)
                .raw("OmitName", "true");
        brake(yaml, deployment);
        yaml.close().close().close();
    }

    /** Under the brake, nothing is sent to the function. */
    static void brake(Yaml yaml, Deployment deployment) {
        if (!deployment.managed()) {
            yaml.raw("State", "!If [HasBrake, DISABLED, ENABLED]");
        }
    }
}
