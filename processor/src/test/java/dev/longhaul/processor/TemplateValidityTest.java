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
                .replace("Value: !Ref Chains", "Value: !Ref Chain")
                .replace("AttributeName: ttl", "AttributName: ttl")
                .replace("function:ReconcilePayments:*'", "function:${Function}:*'");

        assertThat(TemplateCheck.problems(wrong))
                .containsExactlyInAnyOrder(
                        "Resources.Function.MemmorySize is not known. Did you mean MemorySize?",
                        "Resources.Function.RecursiveLoop is \"Never\", and must be one of Allow, Terminate",
                        "Resources.Function.Timeout must be of type number, and is \"900\"",
                        "Resources.Chains.TimeToLiveSpecification.AttributName is not known."
                                + " Did you mean AttributeName?",
                        "Outputs.ChainsTable.Value.Ref names Chain, which is neither a parameter nor a resource",
                        "Resources.Function needs itself: a cycle");
    }
}
