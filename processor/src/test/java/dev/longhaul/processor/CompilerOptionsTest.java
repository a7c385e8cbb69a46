package dev.longhaul.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import dev.longhaul.processor.model.Architecture;
import dev.longhaul.processor.prices.PriceList;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class CompilerOptionsTest {

    @Test
    void theTemplateCanBeLeftOut() {
        Compilation compilation = Templates.compilation(Templates.plain(""), "-Alonghaul.template=off");

        assertThat(compilation.errors()).isEmpty();
        assertThat(files(compilation, ".template.yaml")).isEmpty();
        assertThat(files(compilation, "PlainHandler.java")).hasSize(1);
    }

    @Test
    void theCodeCanBeElsewhere() {
        assertThat(Templates.of("ReconcilePayments", "-Alonghaul.code=s3://bucket/payments.jar"))
                .containsSubsequence(
                        "  Function:\n", "      CodeUri: s3://bucket/payments.jar\n",
                        "  Sweeper:\n", "      CodeUri: s3://bucket/payments.jar\n")
                .doesNotContain("function.jar");
    }

    @Test
    void everyRegionOfThePriceListIsTaken() {
        for (String region : PriceList.read().regions()) {
            CompilerOptions options = CompilerOptions.of(Map.of(CompilerOptions.REGION, region));

            assertThat(options.complaints()).isEmpty();
            assertThat(options.prices().region()).isEqualTo(region);
            assertThat(options.prices().usdPerGigabyteSecond(Architecture.ARM64))
                    .isBetween(0.00001, 0.00003);
            assertThat(options.prices().usdPerGigabyteSecond(Architecture.X86_64))
                    .isBetween(0.00001, 0.00003);
            assertThat(options.prices().date()).matches("20\\d\\d-\\d\\d-\\d\\d");
        }
    }

    @Test
    void anUnknownRegionIsRefusedOnceWithTheKnownOnes() {
        Compilation compilation = Templates.compilation(
                Templates.plain(""), "-Alonghaul.region=moon-north-1", "-Alonghaul.template=perhaps");

        assertThat(compilation.errors())
                .extracting(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .containsExactlyInAnyOrder(
                        "6: [CompilerOption] -Alonghaul.region is \"moon-north-1\", and the prices of that region are not"
                                + " known. Use one of ap-southeast-2, eu-central-1, eu-west-1, us-east-1, us-east-2,"
                                + " us-west-2.",
                        "6: [CompilerOption] -Alonghaul.template is \"perhaps\", and is on or off. Use one of them.");
    }

    @Test
    void anUnknownOptionOfLonghaulsIsRefusedWithTheKnownOnes() {
        Compilation compilation = Templates.compilation(
                Templates.plain(""), "-Alonghaul.regoin=us-east-1", "-Aother.regoin=1", "-Alonghauls=2");

        assertThat(compilation.errors())
                .extracting(error -> error.getLineNumber() + ": " + error.getMessage(Locale.ROOT))
                .containsExactly("6: [CompilerOption] -Alonghaul.regoin is none of Longhaul's options. Use one of"
                        + " longhaul.code, longhaul.deployed, longhaul.region, longhaul.template, longhaul.warnings.");
    }

    @Test
    void theOptionsAreThoseOfTheDocs() throws Exception {
        List<String> documented = Pattern.compile("^\\| `-A([\\w.]+)=`", Pattern.MULTILINE)
                .matcher(Files.readString(Path.of("../docs/errors.md")))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(documented).containsExactlyInAnyOrderElementsOf(CompilerOptions.NAMES);
    }

    @Test
    void everyRegionHasItsOwnPrice() {
        for (String region : PriceList.read().regions()) {
            Compilation compilation = Templates.compilation(
                    Templates.plain("architecture = Architecture.X86_64"), "-Alonghaul.region=" + region);

            CompilerOptions options = CompilerOptions.of(Map.of(CompilerOptions.REGION, region));
            double usd = 96
                            * (900 * 1_769 / 1_024.0 * options.prices().usdPerGigabyteSecond(Architecture.X86_64)
                                    + options.prices().usdPerRequest())
                    + 10_000 * options.prices().usdPerRequest();
            assertThat(compilation.notes())
                    .extracting(note -> note.getMessage(Locale.ROOT))
                    .containsExactly(
                            String.format(Locale.ROOT, "Plain: at most 96 hops, 24 h, $%.2f, 10000 wakes", usd));
        }
    }

    @Test
    void anOptionWithoutAValueIsAsOneThatIsNotThere() {
        assertThat(CompilerOptions.of(Map.of(CompilerOptions.REGION, " "))).isEqualTo(CompilerOptions.of(Map.of()));
    }

    private static List<String> files(Compilation compilation, String end) {
        return compilation.generatedFiles().stream()
                .map(file -> file.getName())
                .filter(name -> name.endsWith(end))
                .toList();
    }
}
