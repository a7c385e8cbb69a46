package dev.longhaul.processor.template;

/** The function that finds hops that died on their way. */
final class SweeperPart implements TemplatePart {

    private static final int MEMORY = 512;
    private static final int TIMEOUT = 60;

    @Override
    public void addTo(Yaml yaml, Deployment deployment) {
        yaml.comment("Finds chains whose hop died and that Lambda did not redeliver, and sends their hop again.")
                .open("Sweeper")
                .put("Type", "AWS::Serverless::Function")
                .open("Properties")
                .put("Description", "Sweeper of " + deployment.job())
                .put("CodeUri", deployment.code())
                .put("Handler", "dev.longhaul.runtime.SweeperHandler::handleRequest")
                .raw("Runtime", "!Ref Runtime")
                .open("Architectures")
                .element(deployment.architecture())
                .close()
                .put("MemorySize", MEMORY)
                .put("Timeout", TIMEOUT);
        FunctionPart.environment(yaml);
        yaml.open("LoggingConfig")
                .raw("LogGroup", "!Ref SweeperLog")
                .put("LogFormat", "Text")
                .close()
                .comment("A sweep that failed is not repeated: the next one is at most a minute away.")
                .open("EventInvokeConfig")
                .put("MaximumRetryAttempts", 0)
                .put("MaximumEventAgeInSeconds", TIMEOUT)
                .close()
                .open("Policies")
                .item();
        Policies.document(yaml);
        Policies.invoke(yaml, "SendAgain", deployment);
        Policies.chains(yaml);
        Policies.overdueChains(yaml);
        yaml.close().close().close();
        schedule(yaml, deployment);
        yaml.close().close().blank();
    }

    private static void schedule(Yaml yaml, Deployment deployment) {
        yaml.open("Events")
                .open("EveryMinute")
                .put("Type", "ScheduleV2")
                .open("Properties")
                .put("ScheduleExpression", "rate(1 minute)")
                .raw("OmitName", "true");
        FunctionPart.brake(yaml, deployment);
        yaml.close().close().close();
    }
}
