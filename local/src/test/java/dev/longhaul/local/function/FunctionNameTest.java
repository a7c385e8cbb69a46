package dev.longhaul.local.function;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FunctionNameTest {

    @ParameterizedTest
    @CsvSource({
        "fn, fn, ",
        "fn:live, fn, live",
        "fn:$LATEST, fn, $LATEST",
        "fn:17, fn, 17",
        "function:fn, fn, ",
        "123456789012:function:fn, fn, ",
        "123456789012:function:fn:live, fn, live",
        "arn:aws:lambda:eu-central-1:123456789012:function:fn, fn, ",
        "arn:aws-us-gov:lambda:us-gov-west-1:123456789012:function:fn:$LATEST, fn, $LATEST",
    })
    void readsEveryForm(String text, String name, String qualifier) {
        assertThat(FunctionName.parse(text)).contains(new FunctionName(name, Optional.ofNullable(qualifier)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "a b", "fn:", ":live", "fn:$OLD", "fn:a:b:c", "arn:aws:s3:::bucket", "fn/x", "fn\n"})
    void refusesTheRest(String text) {
        assertThat(FunctionName.parse(text)).isEmpty();
    }

    @Test
    void writesTheArn() {
        FunctionName name = new FunctionName("fn", Optional.empty());

        assertThat(name.arn("eu-west-1", "123456789012"))
                .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:fn");
        assertThat(name.withQualifier("live").arn("eu-west-1", "123456789012"))
                .isEqualTo("arn:aws:lambda:eu-west-1:123456789012:function:fn:live");
    }
}
