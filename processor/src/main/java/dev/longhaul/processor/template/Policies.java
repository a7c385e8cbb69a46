package dev.longhaul.processor.template;

/** The statements that both functions' policies have. */
final class Policies {

    static final String INVOKE = """
            Effect: Allow
            Action: lambda:InvokeFunction
            # By name, since !GetAtt would be a cycle; and with its versions and aliases, since a chain goes
            # on under the qualifier that it was started under.
            Resource:
              - !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:@job@'
              - !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:@job@:*'
            """;

    static final String CHAINS = """
            - Sid: ReadAndWriteChains
              Effect: Allow
              Action:
                - dynamodb:GetItem
                - dynamodb:PutItem
              Resource: !GetAtt Chains.Arn
            """;

    private Policies() {}
}
