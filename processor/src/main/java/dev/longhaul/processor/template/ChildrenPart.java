package dev.longhaul.processor.template;

import static java.util.stream.Collectors.joining;

import java.util.List;
import java.util.Map;

/** What a job needs that starts children: the right to start them, and what lets them wake their parent. */
final class ChildrenPart {

    private static final String START = """
            - Sid: StartChildren
              Effect: Allow
              Action: lambda:InvokeFunction
              Resource:
                @functions@
            """;

    private static final String FUNCTION = """
            - !Sub 'arn:${AWS::Partition}:lambda:${AWS::Region}:${AWS::AccountId}:function:@child@${Suffix}'
            """;

    private static final String PARAMETER = """
            ChildRoleNames:
              Type: String
              Default: ''
              AllowedPattern: '([A-Za-z0-9+=,.@_-]+)?'
              Description: 'The outputs RoleName of the stacks of the children, with commas between them: what lets them wake this job at once, and not within a minute.'
            """;

    private static final String CONDITION = """
            HasChildRoles: !Not [!Equals [!Ref ChildRoleNames, '']]
            """;

    private static final String POLICY = """
              # A child that ends wakes the chain that waits for it.
              WakeParent:
                Type: AWS::IAM::Policy
                Condition: HasChildRoles
                Properties:
                  PolicyName: !Sub 'Wake@job@${Suffix}'
                  Roles: !Split [',', !Ref ChildRoleNames]
                  PolicyDocument:
                    Version: '2012-10-17'
                    Statement:
                      - Sid: WakeParent
                        @invoke@

            """;

    private ChildrenPart() {}

    /** The right to start them. */
    static String start(List<String> children) {
        return of(
                children,
                Blanks.fill(
                        START,
                        Map.of(
                                "functions",
                                children.stream()
                                        .map(child -> Blanks.fill(FUNCTION, Map.of("child", child)))
                                        .collect(joining()))));
    }

    static String parameter(List<String> children) {
        return of(children, PARAMETER);
    }

    static String condition(List<String> children) {
        return of(children, CONDITION);
    }

    /** What lets them wake their parent. */
    static String policy(List<String> children) {
        return of(children, POLICY);
    }

    private static String of(List<String> children, String text) {
        return children.isEmpty() ? "" : text;
    }
}
