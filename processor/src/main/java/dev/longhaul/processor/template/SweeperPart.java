package dev.longhaul.processor.template;

/** The function that finds hops that died on their way. */
final class SweeperPart {

    static final String TEXT = """
              # Finds chains whose hop died and that Lambda did not redeliver, and sends their hop again.
              Sweeper:
                Type: AWS::Serverless::Function
                Condition: HasSweeper
                Properties:
                  Description: 'Sweeper of @job@'
                  CodeUri: @code@
                  Handler: dev.longhaul.runtime.SweeperHandler::handleRequest
                  Runtime: !Ref Runtime
                  Architectures:
                    - @architecture@
                  MemorySize: 512
                  Timeout: 60
                  Environment:
                    Variables:
                      LONGHAUL_STORE: @store@
                      LONGHAUL_EVENTS: @told@
                  KmsKeyArn: @kms@
                  @network@
                  LoggingConfig:
                    LogGroup: !Ref SweeperLog
                    LogFormat: Text
                  # A sweep that failed is not repeated: the next one is at most a minute away.
                  EventInvokeConfig:
                    MaximumRetryAttempts: 0
                    MaximumEventAgeInSeconds: 60
                  Role: !GetAtt SweeperRole.Arn
                  Events:
                    EveryMinute:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: 'rate(1 minute)'
                        OmitName: true
                        PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundary, !Ref AWS::NoValue]
                        @brake@

            """;

    private SweeperPart() {}
}
