package dev.longhaul.processor.template;

import dev.longhaul.processor.model.Job;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes the SAM template of a job: the same text for the same job. */
public final class TemplateWriter {

    private static final String TEXT = """
            # What the job @type@ needs to run on AWS. Longhaul wrote this file at compile
            # time, from the options of @LongRunning: change them there.
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Description: 'Long-running job @job@'

            Parameters:
              Runtime:
                Type: String
                Default: @runtime@
                AllowedValues:
                  @runtimes@
                Description: 'The managed runtime: at least the release that the job is compiled for.'
              @compute@
              LogRetentionDays:
                Type: Number
                Default: 30
                Description: 'How long log lines are kept; one of the numbers that CloudWatch Logs knows.'
              AlarmTopicArn:
                Type: String
                Default: ''
                Description: 'The ARN of the SNS topic that the alarms tell; empty for none.'
              @variables@

            Conditions:
              @conditions@
              HasAlarmTopic: !Not [!Equals [!Ref AlarmTopicArn, '']]

            Resources:
            @function@
            @storage@
            @sweeper@
            @alarms@
            Outputs:
              FunctionName:
                Description: 'Invoke this to start a chain.'
                Value: @started@
              ChainsTable:
                Description: 'The records of the chains.'
                Value: !Ref Chains
              FailedEventsUrl:
                Description: 'The queue of failed events.'
                Value: !Ref FailedEvents
              LogGroup:
                Description: 'The log of the hops.'
                Value: !Ref FunctionLog
            """;

    private static final String ON_DEMAND = """
            ReservedConcurrency:
              Type: String
              # A word for no bound, and not an empty text: a parameter that is left out keeps its value.
              Default: none
              AllowedPattern: 'none|[0-9]+'
              Description: 'How many hops may run at once; none for no bound of its own. 0 is the brake: nothing runs, and waiting events go to the queue of failed events.'
            """;

    private static final String ON_INSTANCES = """
            CapacityProviderArn:
              Type: String
              Description: 'The ARN of the Lambda capacity provider whose instances run the function. Its instance types must be of the architecture @architecture@.'
            """;

    private static final String CONDITIONS = """
            HasReservedConcurrency: !Not [!Equals [!Ref ReservedConcurrency, none]]
            HasBrake: !Equals [!Ref ReservedConcurrency, '0']
            """;

    private final String code;
    private final ManagedRuntime runtime;

    /**
     * A writer.
     *
     * @param code where the function's jar is, seen from the template's folder, or an S3 URI
     * @param runtime the runtimes that the job can have
     */
    public TemplateWriter(String code, ManagedRuntime runtime) {
        this.code = code;
        this.runtime = runtime;
    }

    /**
     * The template of a job that may compile.
     *
     * @param handler the qualified name of its handler
     */
    public String write(Job job, String handler) {
        Deployment deployment = Deployment.of(job, handler, code);
        String text = Blanks.fill(TEXT, parts(deployment));
        return Blanks.fill(Blanks.fill(text, blocks(deployment, text)), values(deployment));
    }

    private static Map<String, String> parts(Deployment deployment) {
        boolean managed = deployment.function().managed();
        return Map.of(
                "compute",
                managed ? ON_INSTANCES : ON_DEMAND,
                "conditions",
                managed ? "" : CONDITIONS,
                "function",
                FunctionPart.text(deployment),
                "storage",
                StoragePart.TEXT,
                "sweeper",
                SweeperPart.TEXT,
                "alarms",
                AlarmPart.TEXT);
    }

    private Map<String, String> blocks(Deployment deployment, String text) {
        return Map.of(
                "variables", VariablePart.parameters(deployment.variables(), text),
                "values", VariablePart.values(deployment.variables(), text),
                "runtimes", runtime.names().stream().map(name -> "- " + name).collect(Collectors.joining("\n")),
                // Under the brake, nothing is sent to the function.
                "brake", deployment.function().managed() ? "" : "State: !If [HasBrake, DISABLED, ENABLED]",
                "invoke", Policies.INVOKE,
                "chains", Policies.CHAINS,
                "unfinished", AlarmPart.UNFINISHED,
                "every", AlarmPart.EVERY,
                "above", AlarmPart.ABOVE);
    }

    private Map<String, String> values(Deployment deployment) {
        return Map.ofEntries(
                Map.entry("job", deployment.job()),
                Map.entry("name", Blanks.scalar(deployment.job())),
                Map.entry("type", deployment.type()),
                Map.entry("code", Blanks.scalar(deployment.code())),
                Map.entry("handler", Blanks.scalar(deployment.handler() + "::handleRequest")),
                Map.entry("runtime", runtime.names().get(0)),
                Map.entry("architecture", deployment.function().architecture()),
                Map.entry("memory", Integer.toString(deployment.function().memoryMegabytes())),
                Map.entry("timeout", Long.toString(deployment.function().timeoutSeconds())),
                Map.entry("format", deployment.function().managed() ? "JSON" : "Text"),
                Map.entry("age", Integer.toString(Deployment.EVENT_AGE_SECONDS)),
                Map.entry("old", Long.toString(deployment.oldEventMillis())),
                Map.entry("schedule", Blanks.scalar(deployment.schedule())),
                Map.entry("started", deployment.function().managed() ? "!Sub '${Function}:live'" : "!Ref Function"));
    }
}
