package dev.longhaul.processor.template;

import java.util.Map;

/** What is decided at deployment: parameters, each with a default that changes nothing, and what follows from them. */
final class ParameterPart {

    private static final String TEXT = """
              Suffix:
                Type: String
                Default: ''
                AllowedPattern: '[A-Za-z0-9_-]*'
                MaxLength: @suffix@
                Description: 'The end of every name that is fixed, such as -dev: with it the template deploys more than once in an account.'
              Runtime:
                Type: String
                Default: @runtime@
                AllowedValues:
                  @runtimes@
                Description: 'The managed runtime: at least the release that the job is compiled for.'
              @compute@
              Continue:
                Type: String
                Default: self
                AllowedValues:
                  - self
                  - queue
                  - none
                Description: 'How chains go on: self, the function invokes itself; queue, through a queue that feeds it, which also times their waits to the second; none, processes outside of Lambda find them, and no sweeper is made.'
              StoreUri:
                Type: String
                Default: ''
                # It may have a password in it.
                NoEcho: true
                Description: 'The URI of another store than the table, which is then not made; PolicyArns has the rights to it.'
              SharedTable:
                Type: String
                Default: ''
                AllowedPattern: '[A-Za-z0-9_.-]*'
                Description: 'The table of a fleet: the output ChainsTable of the stack that made it. Then neither a table nor a sweeper is made.'
              PolicyArns:
                Type: String
                Default: ''
                AllowedPattern: '(arn:[^, ]+(,arn:[^, ]+)*)?'
                Description: 'The ARNs of managed policies with what the job may do besides, with commas between them.'
              SubnetIds:
                Type: String
                Default: ''
                AllowedPattern: '(subnet-[0-9a-f]+(,subnet-[0-9a-f]+)*)?'
                Description: 'The subnets of a VPC, with commas between them; empty for none. From them the Lambda API and the store must be reached.'
              SecurityGroupIds:
                Type: String
                Default: ''
                AllowedPattern: '(sg-[0-9a-f]+(,sg-[0-9a-f]+)*)?'
                Description: 'The security groups in the VPC, with commas between them: one at least where there are subnets.'
              PermissionsBoundary:
                Type: String
                Default: ''
                AllowedPattern: '(arn:[^, ]+)?'
                Description: 'The ARN of a managed policy that bounds every role of this template.'
              KmsKeyArn:
                Type: String
                Default: ''
                AllowedPattern: '(arn:[^, ]+:key/[^, ]+)?'
                Description: 'The ARN of a key of yours, which encrypts table, queue, logs and environment variables.'
              EventsQueue:
                Type: String
                Default: ''
                AllowedPattern: '([A-Za-z0-9_-]{1,80})?'
                Description: 'The name of an SQS queue of this account and region that is told of the ends of chains; empty for none.'
              EventsBus:
                Type: String
                Default: ''
                AllowedPattern: '([A-Za-z0-9._/-]{1,256})?'
                Description: 'The name of an EventBridge bus of this account and region that is told of them, such as default, where EventsQueue is empty.'
              LogRetentionDays:
                Type: Number
                Default: 30
                Description: 'How long log lines are kept; one of the numbers that CloudWatch Logs knows.'
              AlarmTopicArn:
                Type: String
                Default: ''
                Description: 'The ARN of the SNS topic that the alarms tell; empty for none.'
              Metrics:
                Type: String
                Default: 'on'
                AllowedValues:
                  - 'on'
                  - 'off'
                Description: 'Whether CloudWatch makes metrics of what each hop prints of itself; it charges for those of hours with hops.'
              Dashboard:
                Type: String
                Default: 'off'
                AllowedValues:
                  - 'on'
                  - 'off'
                Description: 'Whether a dashboard is made, which shows those metrics; CloudWatch charges for each beyond three in an account.'
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
              @brakes@
              UsesTable: !Equals [!Ref StoreUri, '']
              IsAlone: !Equals [!Ref SharedTable, '']
              MakesTable: !And [!Condition UsesTable, !Condition IsAlone]
              # Where the records ride in the events, nothing could be swept.
              HasSweeper: !And [!Condition IsAlone, !Not [!Condition IsLeft], !Not [!Equals [!Ref StoreUri, 'payload:']]]
              HasQueue: !Equals [!Ref Continue, queue]
              IsLeft: !Equals [!Ref Continue, none]
              HasPolicies: !Not [!Equals [!Ref PolicyArns, '']]
              HasNetwork: !Not [!Equals [!Ref SubnetIds, '']]
              HasBoundary: !Not [!Equals [!Ref PermissionsBoundary, '']]
              HasKey: !Not [!Equals [!Ref KmsKeyArn, '']]
              TellsQueue: !Not [!Equals [!Ref EventsQueue, '']]
              TellsBus: !And [!Equals [!Ref EventsQueue, ''], !Not [!Equals [!Ref EventsBus, '']]]
              HasAlarmTopic: !Not [!Equals [!Ref AlarmTopicArn, '']]
              HasMetrics: !Equals [!Ref Metrics, 'on']
              HasDashboard: !Equals [!Ref Dashboard, 'on']
            """;

    private static final String BRAKES = """
            HasReservedConcurrency: !Not [!Equals [!Ref ReservedConcurrency, none]]
            HasBrake: !Equals [!Ref ReservedConcurrency, '0']
            """;

    private ParameterPart() {}

    /** The parameters, with blanks for what differs. */
    static String parameters(boolean managed) {
        return Blanks.fill(TEXT, Map.of("compute", managed ? ON_INSTANCES : ON_DEMAND));
    }

    /** The conditions. */
    static String conditions(boolean managed) {
        return Blanks.fill(CONDITIONS, Map.of("brakes", managed ? "" : BRAKES));
    }
}
