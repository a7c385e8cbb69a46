package dev.longhaul.cli.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

/** What the processor writes is read. */
class TemplateTest {

    private static final String MINIMAL =
            "Resources:\n  Function:\n    Type: AWS::Serverless::Function\n    Properties:\n";

    private static String tally() throws IOException, URISyntaxException {
        Path classes = Path.of(
                Objects.requireNonNull(TemplateTest.class.getResource("/")).toURI());
        return JobTemplates.in(classes).get("dev.longhaul.cli.Tally");
    }

    @Test
    void theFunctionsOfAJobAreFound() throws Exception {
        Template template = Template.read(tally(), "Tally", Map.of());

        assertThat(template.job().name()).isEqualTo("Tally");
        assertThat(template.job().handler()).isEqualTo("dev.longhaul.cli.TallyHandler::handleRequest");
        assertThat(template.job().size()).isEqualTo(new TemplateFunction.Size(15, 256, OptionalInt.empty()));
        assertThat(template.job().events()).isEqualTo(new TemplateFunction.Events(2, 21_600, true));
        assertThat(template.job().environment()).containsEntry("LONGHAUL_STORE", "dynamodb://Chains");
        assertThat(template.job().timer()).isNull();
        assertThat(template.others()).singleElement().satisfies(sweeper -> {
            assertThat(sweeper.handler()).isEqualTo("dev.longhaul.runtime.SweeperHandler::handleRequest");
            assertThat(sweeper.timer()).isEqualTo(new TemplateFunction.Timer("rate(1 minute)", "{}"));
            assertThat(sweeper.events().loopAllowed()).isFalse();
        });
    }

    @Test
    void parametersTakeThePlaceOfTheirDefaults() throws Exception {
        assertThat(Template.read(tally(), "Tally", Map.of("ReservedConcurrency", "3"))
                        .job()
                        .size()
                        .reservedConcurrency())
                .hasValue(3);
        assertThatThrownBy(() -> Template.read(tally(), "Tally", Map.of("Reserved", "3")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("the template has no parameter Reserved. It has: [");
    }

    @Test
    void aQueueFeedsTheFunctionWhereTheParameterSaysSo() throws Exception {
        Template template = Template.read(tally(), "Tally", Map.of("Continue", "queue"));

        assertThat(template.queue()).isEqualTo(new Template.Mapping(1, true));
        assertThat(template.job().environment()).containsEntry("LONGHAUL_CONTINUE", "sqs:HopQueue");
        assertThat(Template.read(tally(), "Tally", Map.of()).queue()).isNull();
        assertThat(Template.read(tally(), "Tally", Map.of("Continue", "none")).others())
                .isEmpty();
    }

    @Test
    void aSuffixIsTheFunctionsAndNotTheJobs() throws Exception {
        Template template = Template.read(tally(), "Tally", Map.of("Suffix", "-dev"));

        assertThat(template.name()).isEqualTo("Tally");
        assertThat(template.job().name()).isEqualTo("Tally-dev");
    }

    @Test
    void aFleetsTableHasItsSweeperAlready() throws Exception {
        Template template = Template.read(tally(), "Tally", Map.of("SharedTable", "fleet-Chains-1ABC"));

        assertThat(template.job().environment()).containsEntry("LONGHAUL_STORE", "dynamodb://fleet-Chains-1ABC");
        assertThat(template.others()).isEmpty();
    }

    @Test
    void anotherStoreTakesThePlaceOfTheTable() throws Exception {
        Template template = Template.read(tally(), "Tally", Map.of("StoreUri", "s3://bucket/tally"));

        assertThat(template.job().environment()).containsEntry("LONGHAUL_STORE", "s3://bucket/tally");
        assertThat(template.others())
                .singleElement()
                .satisfies(sweeper ->
                        assertThat(sweeper.environment()).containsEntry("LONGHAUL_STORE", "s3://bucket/tally"));
    }

    @Test
    void aScheduleThatIsTurnedOffStartsNothing() throws Exception {
        assertThat(Template.read(tally(), "Tally", Map.of("ReservedConcurrency", "0"))
                        .others())
                .singleElement()
                .satisfies(sweeper -> assertThat(sweeper.timer()).isNull());
    }

    @Test
    void whatIsNoTemplateIsNamed() {
        assertThatThrownBy(() -> Template.read("a: [", "x.yaml", Map.of()))
                .hasMessageStartingWith("x.yaml is no YAML: ");
        assertThatThrownBy(() -> Template.read("[]", "x.yaml", Map.of()))
                .hasMessageStartingWith("x.yaml is no template");
        assertThatThrownBy(() -> Template.read("Resources: {}", "x.yaml", Map.of()))
                .hasMessageStartingWith("x.yaml has no AWS::Serverless::Function called Function");
        assertThatThrownBy(() -> Template.read(MINIMAL + "      Timeout: soon\n", "x.yaml", Map.of()))
                .hasMessage("the template has \"soon\" where a number was expected");
        assertThatThrownBy(() -> Template.read(MINIMAL + "      Memory: 512\n", "x.yaml", Map.of()))
                .hasMessage("the template's function Function has a property Memory, which no AWS::Serverless::Function"
                        + " has. Look at its spelling.");
        assertThatThrownBy(() -> Template.read(MINIMAL + "      Timeout: !Select [0, [1]]\n", "x.yaml", Map.of()))
                .hasMessageStartingWith("the template has a !Select where a function is described");
        assertThatThrownBy(() -> Template.read(
                        "Parameters: {Needed: {Type: String}}\n" + MINIMAL + "      Timeout: !Ref Needed\n",
                        "x.yaml",
                        Map.of()))
                .hasMessageStartingWith("the template's parameter Needed has no default. Give it a value");
    }

    @Test
    void noClassIsMadeOfWhatADocumentNames() {
        assertThatThrownBy(() -> Template.read("a: !!javax.script.ScriptEngineManager []", "x.yaml", Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("x.yaml is no YAML: ");
    }
}
