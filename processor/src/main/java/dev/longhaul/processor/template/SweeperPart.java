package dev.longhaul.processor.template;

/** The function that finds hops that died on their way. */
final class SweeperPart {

    static final String TEXT = """
              # Finds chains whose hop died and that Lambda did not redeliver, and sends their hop again.
              Sweeper:
                Type: AWS::Serverless::Function
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
                      LONGHAUL_STORE: !Sub 'dynamodb://${Chains}'
                  LoggingConfig:
                    LogGroup: !Ref SweeperLog
                    LogFormat: Text
                  # A sweep that failed is not repeated: the next one is at most a minute away.
                  EventInvokeConfig:
                    MaximumRetryAttempts: 0
                    MaximumEventAgeInSeconds: 60
                  Policies:
                    - Version: '2012-10-17'
                      Statement:
                        - Sid: SendAgain
                          @invoke@
                        @chains@
                        - Sid: FindOverdueChains
                          Effect: Allow
                          Action: dynamodb:Query
                          Resource: !Sub '${Chains.Arn}/index/live'
                  Events:
                    EveryMinute:
                      Type: ScheduleV2
                      Properties:
                        ScheduleExpression: 'rate(1 minute)'
                        OmitName: true
                        @brake@

            """;

    private SweeperPart() {}
}
