package dev.longhaul.processor.template;

/** What the two functions may do. */
final class RolePart {

    static final String TEXT = """
              # Roles of their own, to which the template's parameters add.
              FunctionRole:
                Type: AWS::IAM::Role
                Properties:
                  Description: 'What the long-running job @job@ may do'
                  @trust@
                  ManagedPolicyArns: !Split
                    - ','
                    - !Sub
                      - 'arn:${AWS::Partition}:iam::aws:policy/service-role/${Basic}${More}'
                      - Basic: !If [HasNetwork, AWSLambdaVPCAccessExecutionRole, AWSLambdaBasicExecutionRole]
                        More: !If [HasPolicies, !Sub ',${PolicyArns}', '']
                  Policies:
                    - PolicyName: Chains
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Sid: HandOff
                            @invoke@
                          - Sid: KeepFailedEvents
                            Effect: Allow
                            Action: sqs:SendMessage
                            Resource: !GetAtt FailedEvents.Arn
                          - !If
                            - HasQueue
                            - Sid: GoOnThroughQueue
                              Effect: Allow
                              Action:
                                - sqs:SendMessage
                                - sqs:ReceiveMessage
                                - sqs:DeleteMessage
                                - sqs:GetQueueAttributes
                              Resource: !GetAtt HopQueue.Arn
                            - !Ref AWS::NoValue
                          @children@
                          @chains@
                          @ends@
                          @key@

              SweeperRole:
                Type: AWS::IAM::Role
                Condition: HasSweeper
                Properties:
                  Description: 'What the sweeper of @job@ may do'
                  @trust@
                  # The job's own policies only where its store needs them.
                  ManagedPolicyArns: !Split
                    - ','
                    - !Sub
                      - 'arn:${AWS::Partition}:iam::aws:policy/service-role/${Basic}${More}'
                      - Basic: !If [HasNetwork, AWSLambdaVPCAccessExecutionRole, AWSLambdaBasicExecutionRole]
                        More: !If [UsesTable, '', !If [HasPolicies, !Sub ',${PolicyArns}', '']]
                  Policies:
                    - PolicyName: Chains
                      PolicyDocument:
                        Version: '2012-10-17'
                        Statement:
                          - Sid: SendAgain
                            @invoke@
                          # The functions of a fleet, which have a tag with the name of their table.
                          - !If
                            - MakesTable
                            - Sid: SendAgainInFleet
                              Effect: Allow
                              Action: lambda:InvokeFunction
                              Resource: !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:*'
                              Condition:
                                StringEquals:
                                  aws:ResourceTag/longhaul-table: !Ref Chains
                            - !Ref AWS::NoValue
                          @chains@
                          - !If
                            - MakesTable
                            - Sid: FindOverdueChains
                              Effect: Allow
                              Action: dynamodb:Query
                              Resource: !Sub '${Chains.Arn}/index/live'
                            - !Ref AWS::NoValue
                          @ends@
                          @key@

            """;

    static final String TRUST = """
            AssumeRolePolicyDocument:
              Version: '2012-10-17'
              Statement:
                - Effect: Allow
                  Principal:
                    Service: lambda.amazonaws.com
                  Action: sts:AssumeRole
            PermissionsBoundary: !If [HasBoundary, !Ref PermissionsBoundary, !Ref AWS::NoValue]
            """;

    static final String INVOKE = """
            Effect: Allow
            Action: lambda:InvokeFunction
            # By name, since !GetAtt would be a cycle; and with its versions and aliases, since a chain goes
            # on under the qualifier that it was started under.
            Resource:
              - !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:@job@${Suffix}'
              - !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:@job@${Suffix}:*'
            """;

    static final String CHAINS = """
            - !If
              - UsesTable
              - Sid: ReadAndWriteChains
                Effect: Allow
                Action:
                  - dynamodb:GetItem
                  - dynamodb:PutItem
                Resource: !If
                  - MakesTable
                  - !GetAtt Chains.Arn
                  - !Sub 'arn:${AWS::Partition}:dynamodb:${AWS::Region}:${AWS::AccountId}:table/${SharedTable}'
              - !Ref AWS::NoValue
            """;

    /** To tell others of the ends of chains. */
    static final String ENDS = """
            - !If
              - TellsQueue
              - Sid: TellQueue
                Effect: Allow
                Action: sqs:SendMessage
                Resource: !Sub 'arn:${AWS::Partition}:sqs:${AWS::Region}:${AWS::AccountId}:${EventsQueue}'
              - !Ref AWS::NoValue
            - !If
              - TellsBus
              - Sid: TellBus
                Effect: Allow
                Action: events:PutEvents
                Resource: !Sub 'arn:${AWS::Partition}:events:${AWS::Region}:${AWS::AccountId}:event-bus/${EventsBus}'
              - !Ref AWS::NoValue
            """;

    /** What DynamoDB, SQS and Lambda ask of who uses what a key of the account's has encrypted. */
    static final String KEY = """
            - !If
              - HasKey
              - Sid: UseKey
                Effect: Allow
                Action:
                  - kms:Decrypt
                  - kms:DescribeKey
                  - kms:Encrypt
                  - kms:GenerateDataKey*
                  - kms:ReEncrypt*
                Resource: !Ref KmsKeyArn
              - !Ref AWS::NoValue
            """;

    private RolePart() {}
}
