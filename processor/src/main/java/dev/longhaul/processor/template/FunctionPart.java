package dev.longhaul.processor.template;

import java.util.Map;

/** The function that runs the hops, with what it may do. */
final class FunctionPart {

    private static final String TEXT = """
              # Runs the hops. Its name is fixed, because its own policy must name it.
              Function:
                Type: AWS::Serverless::Function
                Properties:
                  FunctionName: !Sub '@job@${Suffix}'
                  Description: 'Long-running job @type@'
                  # The jar with the job and all that it needs, seen from this file. A parameter can't name it, nor
                  # can Globals: aws uploads only what stands here. The compiler option -Alonghaul.code= changes it.
                  CodeUri: @code@
                  Handler: @handler@
                  Runtime: !Ref Runtime
                  Architectures:
                    - @architecture@
                  MemorySize: @memory@
                  Timeout: @timeout@
                  # A chain is a loop on purpose: by default Lambda stops it after some 16 hops. What bounds it
                  # instead is maxHops, maxStalledHops and maxCostUsd of the job.
                  RecursiveLoop: Allow
                  @compute@
                  Environment:
                    Variables:
                      LONGHAUL_STORE: @store@
                      LONGHAUL_CONTINUE: !If [HasQueue, !Sub 'sqs:${HopQueue}', !If [IsLeft, none, self]]
                      LONGHAUL_EVENTS: @told@
                      LONGHAUL_METRICS: !If [HasMetrics, !Sub 'Longhaul${Suffix}', none]
                      @values@
                  KmsKeyArn: @kms@
                  # The filter of the metric reads the lines as the function prints them.
                  LoggingConfig:
                    LogGroup: !Ref FunctionLog
                    LogFormat: @format@
                  # What is done with an event that the function can't take: a hop that was killed comes again under
                  # its own request id, and takes its chain over.
                  EventInvokeConfig:
                    MaximumRetryAttempts: 2
                    MaximumEventAgeInSeconds: @age@
                    DestinationConfig:
                      OnFailure:
                        Type: SQS
                        Destination: !GetAtt FailedEvents.Arn
                  Role: !GetAtt FunctionRole.Arn
                  # The sweeper of the table may send hops to the functions with its name.
                  Tags:
                    longhaul-table: @table@
                  @events@

            """;

    private static final String ON_DEMAND = """
            ReservedConcurrentExecutions: !If [HasReservedConcurrency, !Ref ReservedConcurrency, !Ref AWS::NoValue]
            @network@
            """;

    private static final String ON_INSTANCES = """
            # Lambda Managed Instances run published versions only: start chains through the alias.
            AutoPublishAlias: live
            CapacityProviderConfig:
              Arn: !Ref CapacityProviderArn
            """;

    private static final String SNAP_START = """
            # Snapshots are taken of published versions only: start chains through the alias.
            AutoPublishAlias: live
            SnapStart:
              ApplyOn: PublishedVersions
            """;

    /** EventBridge Scheduler delivers at least once; a start that is named by its time happens once. */
    private static final String SCHEDULE = """
            Events:
              # A start is skipped while an earlier chain of the job is alive.
              Start:
                Type: ScheduleV2
                Properties:
                  ScheduleExpression: @schedule@
                  # The chain is named by its time, so that an event that comes twice starts it once.
                  Input: '{"longhaul":{"v":1,"start":"<aws.scheduler.scheduled-time>"},"input":null}'
                  OmitName: true
                  PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundary, !Ref AWS::NoValue]
                  @brake@
            """;

    private FunctionPart() {}

    /** The text, with blanks for what differs. */
    static String text(Deployment deployment) {
        return Blanks.fill(
                TEXT,
                Map.of(
                        "compute",
                        compute(deployment.function()),
                        "events",
                        deployment.schedule().isEmpty() ? "" : SCHEDULE));
    }

    private static String compute(Deployment.Function function) {
        if (function.managed()) {
            return ON_INSTANCES;
        }
        return function.snapStart() ? SNAP_START + ON_DEMAND : ON_DEMAND;
    }
}
