package dev.longhaul.processor.template;

import static java.util.stream.Collectors.joining;

import dev.longhaul.processor.model.Job;
import java.util.List;
import java.util.Map;

/** Writes the SAM template of a job: the same text for the same job. */
public final class TemplateWriter {

    /** Of a function. */
    private static final int LONGEST_NAME = 64;

    private static final String TEXT = """
            # What the job @type@ needs to run on AWS. Longhaul wrote this file at compile
            # time, from the options of @LongRunning: change them there.
            AWSTemplateFormatVersion: '2010-09-09'
            Transform: AWS::Serverless-2016-10-31
            Description: 'Long-running job @job@'

            Metadata:
              Longhaul:
                Job: @name@

            Parameters:
            @parameters@
              @variables@

            Conditions:
            @conditions@

            Resources:
            @function@
            @roles@
            @wake@
            @storage@
            @sweeper@
            @alarms@
            @dashboard@
            Outputs:
              FunctionName:
                Description: 'Invoke this to start a chain.'
                Value: @started@
              ChainsTable:
                Condition: UsesTable
                Description: 'The records of the chains; a fleet takes it as SharedTable.'
                Value: @table@
              FailedEventsUrl:
                Description: 'The queue of failed events.'
                Value: !Ref FailedEvents
              LogGroup:
                Description: 'The log of the hops.'
                Value: !Ref FunctionLog
              RoleArn:
                Description: 'The role of the function, for what grants rights to it.'
                Value: !GetAtt FunctionRole.Arn
              RoleName:
                Description: 'The name of that role, to add policies to.'
                Value: !Ref FunctionRole
            """;

    private static final String STORE =
            "!If [MakesTable, !Sub 'dynamodb://${Chains}', !If [UsesTable, !Sub 'dynamodb://${SharedTable}', !Ref StoreUri]]";

    private static final String TOLD = "!If [TellsQueue, !Sub"
            + " 'sqs:https://sqs.${AWS::Region}.${AWS::URLSuffix}/${AWS::AccountId}/${EventsQueue}',"
            + " !If [TellsBus, !Sub 'eventbridge:${EventsBus}', !Ref AWS::NoValue]]";

    private static final String NETWORK = """
            VpcConfig: !If
              - HasNetwork
              - SubnetIds: !Split [',', !Ref SubnetIds]
                SecurityGroupIds: !Split [',', !Ref SecurityGroupIds]
              - !Ref AWS::NoValue
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
        List<String> children = deployment.needs().children();
        return Map.of(
                "parameters",
                ParameterPart.parameters(managed) + indented(ChildrenPart.parameter(children)),
                "conditions",
                ParameterPart.conditions(managed) + indented(ChildrenPart.condition(children)),
                "function",
                FunctionPart.text(deployment),
                "roles",
                Blanks.fill(RolePart.TEXT, Map.of("children", ChildrenPart.start(children))),
                "wake",
                ChildrenPart.policy(children),
                "storage",
                StoragePart.TEXT,
                "sweeper",
                SweeperPart.TEXT,
                "alarms",
                AlarmPart.TEXT,
                "dashboard",
                DashboardPart.TEXT);
    }

    /** As a block below the name of its section. */
    private static String indented(String block) {
        return block.indent(block.isEmpty() ? 0 : 2);
    }

    private Map<String, String> blocks(Deployment deployment, String text) {
        boolean managed = deployment.function().managed();
        return Map.ofEntries(
                Map.entry(
                        "variables", VariablePart.parameters(deployment.needs().variables(), text)),
                Map.entry("values", VariablePart.values(deployment.needs().variables(), text)),
                Map.entry(
                        "runtimes",
                        runtime.names().stream().map(name -> "- " + name).collect(joining("\n"))),
                // Under the brake, nothing is sent to the function.
                Map.entry("brake", managed ? "" : "State: !If [HasBrake, DISABLED, ENABLED]"),
                Map.entry("trust", RolePart.TRUST),
                Map.entry("invoke", RolePart.INVOKE),
                Map.entry("chains", RolePart.CHAINS),
                Map.entry("key", RolePart.KEY),
                Map.entry("ends", RolePart.ENDS),
                Map.entry("network", NETWORK),
                Map.entry("unfinished", AlarmPart.UNFINISHED),
                Map.entry("every", AlarmPart.EVERY),
                Map.entry("above", AlarmPart.ABOVE));
    }

    private Map<String, String> values(Deployment deployment) {
        return Map.ofEntries(
                Map.entry("job", deployment.job()),
                Map.entry("name", Blanks.scalar(deployment.job())),
                Map.entry(
                        "suffix",
                        Integer.toString(LONGEST_NAME - deployment.job().length())),
                Map.entry("store", STORE),
                Map.entry("told", TOLD),
                Map.entry("table", "!If [MakesTable, !Ref Chains, !Ref SharedTable]"),
                Map.entry("kms", "!If [HasKey, !Ref KmsKeyArn, !Ref AWS::NoValue]"),
                Map.entry("type", deployment.type()),
                Map.entry("code", Blanks.scalar(deployment.code())),
                Map.entry("handler", Blanks.scalar(deployment.handler() + "::handleRequest")),
                Map.entry("runtime", runtime.names().get(0)),
                Map.entry("architecture", deployment.function().architecture()),
                Map.entry("memory", Integer.toString(deployment.function().memoryMegabytes())),
                Map.entry("timeout", Long.toString(deployment.function().timeoutSeconds())),
                Map.entry("visibility", Long.toString(deployment.visibilitySeconds())),
                Map.entry("format", deployment.function().managed() ? "JSON" : "Text"),
                Map.entry("age", Integer.toString(Deployment.EVENT_AGE_SECONDS)),
                Map.entry("old", Long.toString(deployment.oldEventMillis())),
                Map.entry("schedule", Blanks.scalar(deployment.schedule())),
                Map.entry("started", deployment.function().published() ? "!Sub '${Function}:live'" : "!Ref Function"));
    }
}
