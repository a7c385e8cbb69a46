package dev.longhaul.processor.template;

/** The table of chains, the queues of hops and of failed events, and the log groups. */
final class StoragePart {

    static final String TEXT = """
              # One item a chain. It is kept when the stack goes, since it may hold the only copy of work that was done.
              Chains:
                Type: AWS::DynamoDB::Table
                Condition: MakesTable
                DeletionPolicy: RetainExceptOnCreate
                UpdateReplacePolicy: Retain
                Properties:
                  BillingMode: PAY_PER_REQUEST
                  AttributeDefinitions:
                    - AttributeName: job
                      AttributeType: S
                    - AttributeName: chainId
                      AttributeType: S
                    - AttributeName: live
                      AttributeType: S
                    - AttributeName: leaseUntil
                      AttributeType: 'N'
                  KeySchema:
                    - AttributeName: job
                      KeyType: HASH
                    - AttributeName: chainId
                      KeyType: RANGE
                  # Only chains that have not ended have the attribute "live", so the index stays small.
                  GlobalSecondaryIndexes:
                    - IndexName: live
                      KeySchema:
                        - AttributeName: live
                          KeyType: HASH
                        - AttributeName: leaseUntil
                          KeyType: RANGE
                      Projection:
                        ProjectionType: KEYS_ONLY
                  TimeToLiveSpecification:
                    AttributeName: ttl
                    Enabled: true
                  PointInTimeRecoverySpecification:
                    PointInTimeRecoveryEnabled: true
                  SSESpecification:
                    SSEEnabled: true
                    SSEType: !If [HasKey, KMS, !Ref AWS::NoValue]
                    KMSMasterKeyId: @kms@

              # Where an event ends that the function could not take; its body says why.
              FailedEvents:
                Type: AWS::SQS::Queue
                Properties:
                  MessageRetentionPeriod: 1209600
                  SqsManagedSseEnabled: !If [HasKey, false, true]
                  KmsMasterKeyId: @kms@

              # The next hops of the chains, and the timer of their waits. A message is hidden for longer than its hop can run.
              HopQueue:
                Type: AWS::SQS::Queue
                Condition: HasQueue
                Properties:
                  VisibilityTimeout: @visibility@
                  MessageRetentionPeriod: 1209600
                  RedrivePolicy:
                    deadLetterTargetArn: !GetAtt FailedEvents.Arn
                    maxReceiveCount: 5
                  SqsManagedSseEnabled: !If [HasKey, false, true]
                  KmsMasterKeyId: @kms@

              # One message an invocation, since a hop takes all the time there is.
              HopMapping:
                Type: AWS::Lambda::EventSourceMapping
                Condition: HasQueue
                Properties:
                  EventSourceArn: !GetAtt HopQueue.Arn
                  FunctionName: @started@
                  BatchSize: 1
                  FunctionResponseTypes:
                    - ReportBatchItemFailures

              FunctionLog:
                Type: AWS::Logs::LogGroup
                Properties:
                  LogGroupName: !Sub '/aws/lambda/@job@${Suffix}'
                  RetentionInDays: !Ref LogRetentionDays
                  KmsKeyId: @kms@

              SweeperLog:
                Type: AWS::Logs::LogGroup
                Condition: HasSweeper
                Properties:
                  RetentionInDays: !Ref LogRetentionDays
                  KmsKeyId: @kms@

            """;

    private StoragePart() {}
}
