package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The templates are what CloudFormation and SAM know. */
class TemplateValidityTest {

    @BeforeAll
    static void install() throws Exception {
        TemplateCheck.install();
    }

    @Test
    void theTemplatesOfAllKindsOfJobsAreValid() throws Exception {
        assertThat(TemplateCheck.problems(
                        Templates.of("ReconcilePayments"),
                        Templates.of("AllOptions"),
                        Templates.of("MoveObjects"),
                        Templates.ofOptions("compute = Compute.SNAP_START, schedule = \"rate(1 day)\""),
                        Templates.ofOptions("compute = Compute.MANAGED_INSTANCES, memoryMegabytes = 32_768,"
                                + " timeoutMillis = 5_400_000, schedule = \"rate(1 day)\"")))
                .isEmpty();
    }

    @Test
    void whatIsWrongIsFound() throws Exception {
        String wrong = Templates.of("ReconcilePayments")
                .replace("MemorySize: 1769", "MemmorySize: 1769")
                .replace("RecursiveLoop: Allow", "RecursiveLoop: Never")
                .replace("Timeout: 900", "Timeout: '900'")
                .replace("Value: !If [MakesTable, !Ref Chains,", "Value: !If [MakesTable, !Ref Chain,")
                .replace("AttributeName: ttl", "AttributName: ttl")
                .replace("function:ReconcilePayments${Suffix}:*'", "function:${Function}:*'")
                .replace("'/aws/lambda/ReconcilePayments${Suffix}'", "'/aws/lambda/ReconcilePayments'")
                .replaceFirst("Action: sqs:SendMessage", "Actions: sqs:SendMessage");

        assertThat(TemplateCheck.problems(wrong))
                .containsExactlyInAnyOrder(
                        "Resources.Function.MemmorySize is not known. Did you mean MemorySize?",
                        "Resources.Function.RecursiveLoop is \"Never\", and must be one of Allow, Terminate",
                        "Resources.Function.Timeout must be of type number, and is \"900\"",
                        "Resources.Chains.TimeToLiveSpecification.AttributName is not known."
                                + " Did you mean AttributeName?",
                        "Outputs.ChainsTable.Value.Ref names Chain, which is neither a parameter nor a resource",
                        "Resources.FunctionLog.LogGroupName is the same in every stack. Add ${Suffix} to it.",
                        "Resources.Function needs itself: a cycle",
                        "Resources.FunctionRole needs itself: a cycle",
                        "Resources.FunctionRole.Policies[0].Statement[1].Actions is not known."
                                + " Did you mean Action?",
                        "Resources.FunctionRole.Policies[0].Statement[1].Action is missing");
    }

    @Test
    void whatIsWrongWithOtherParametersAloneIsFoundToo() throws Exception {
        String wrong = Templates.of("ReconcilePayments")
                .replace(
                        "    Type: AWS::Logs::MetricFilter\n    Condition: HasSweeper\n",
                        "    Type: AWS::Logs::MetricFilter\n")
                .replace("KMSMasterKeyId: !If", "KMSMasterKey: !If")
                .replace("- SubnetIds: !Split", "- Subnets: !Split");

        assertThat(TemplateCheck.problems(wrong))
                .containsExactlyInAnyOrder(
                        "Resources.AbandonedChains.Properties.LogGroupName.Ref names SweeperLog, which is neither a"
                                + " parameter nor a resource, where StoreUri is payload:",
                        "Resources.Chains.SSESpecification.KMSMasterKey is not known. Did you mean KMSMasterKeyId?,"
                                + " where KmsKeyArn is other",
                        "Resources.Function.VpcConfig.Subnets is not known. Did you mean SubnetIds?,"
                                + " where SubnetIds is other",
                        "Resources.Sweeper.VpcConfig.Subnets is not known. Did you mean SubnetIds?,"
                                + " where SubnetIds is other");
    }
}
