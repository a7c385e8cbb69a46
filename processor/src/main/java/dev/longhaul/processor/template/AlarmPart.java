package dev.longhaul.processor.template;

/** What somebody should know of: late events, lost events, errors, and chains that ended before their work did. */
final class AlarmPart {

    static final String TEXT = """
              # The function and the sweeper print one line of JSON when a chain ends.
              UnfinishedChains:
                Type: AWS::Logs::MetricFilter
                Properties:
                  LogGroupName: !Ref FunctionLog
                  @unfinished@

              AbandonedChains:
                Type: AWS::Logs::MetricFilter
                Condition: HasSweeper
                Properties:
                  LogGroupName: !Ref SweeperLog
                  @unfinished@

              UnfinishedChainsAlarm:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmDescription: 'A chain has failed, or a bound has stopped it. Its log line says why.'
                  Namespace: !Sub 'Longhaul${Suffix}'
                  MetricName: UnfinishedChains
                  Dimensions:
                    - Name: Job
                      Value: @name@
                  Statistic: Sum
                  @every@
                  Threshold: 0
                  @above@

              FailedEventsAlarm:
                Type: AWS::CloudWatch::Alarm
                Properties:
                  AlarmDescription: 'An event has ended in the queue of failed events. The sweeper sends its hop again.'
                  Namespace: AWS/SQS
                  MetricName: ApproximateNumberOfMessagesVisible
                  Dimensions:
                    - Name: QueueName
                      Value: !GetAtt FailedEvents.QueueName
                  Statistic: Maximum
                  @every@
                  Threshold: 0
                  @above@

              # An alarm has a price. A job of a fleet has the two above; what these three find early, those find late.
              OldEventsAlarm:
                Type: AWS::CloudWatch::Alarm
                Condition: IsAlone
                Properties:
                  AlarmDescription: 'Events wait for longer than any retry explains: the function is throttled.'
                  Namespace: AWS/Lambda
                  MetricName: AsyncEventAge
                  Dimensions:
                    - Name: FunctionName
                      Value: !Ref Function
                  Statistic: Maximum
                  @every@
                  Threshold: @old@
                  @above@

              ErrorsAlarm:
                Type: AWS::CloudWatch::Alarm
                Condition: IsAlone
                Properties:
                  AlarmDescription: 'A hop has failed or was killed. Lambda sends it again; see its log.'
                  Namespace: AWS/Lambda
                  MetricName: Errors
                  Dimensions:
                    - Name: FunctionName
                      Value: !Ref Function
                  Statistic: Sum
                  @every@
                  Threshold: 0
                  @above@

              SweeperErrorsAlarm:
                Type: AWS::CloudWatch::Alarm
                Condition: HasSweeper
                Properties:
                  AlarmDescription: 'A sweep has failed. While it fails, hops that died are not found.'
                  Namespace: AWS/Lambda
                  MetricName: Errors
                  Dimensions:
                    - Name: FunctionName
                      Value: !Ref Sweeper
                  Statistic: Sum
                  @every@
                  Threshold: 0
                  @above@

            """;

    /** A stop that somebody asked for is no alarm. */
    static final String UNFINISHED = """
            FilterPattern: '{ ($.longhaul = "failed") || (($.longhaul = "stopped") && ($.kind != "StopRequested")) }'
            MetricTransformations:
              - MetricNamespace: !Sub 'Longhaul${Suffix}'
                MetricName: UnfinishedChains
                MetricValue: '1'
                Dimensions:
                  - Key: Job
                    Value: '$.job'
            """;

    static final String EVERY = """
            Period: 300
            EvaluationPeriods: 1
            """;

    static final String ABOVE = """
            ComparisonOperator: GreaterThanThreshold
            TreatMissingData: notBreaching
            AlarmActions:
              - !If [HasAlarmTopic, !Ref AlarmTopicArn, !Ref AWS::NoValue]
            """;

    private AlarmPart() {}
}
