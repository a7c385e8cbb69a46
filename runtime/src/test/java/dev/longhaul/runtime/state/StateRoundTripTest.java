package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StateRoundTripTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "plain", "\u00e9\u4e2d\ud83d\ude9a", "\u0000\u001f\"\\/", "lone \ud800 surrogate"})
    void textComesBackAsItWas(String text) throws IOException {
        StateWriter out = new StateWriter();
        out.string(text);

        assertThat(new StateReader(out.finish()).string()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE, 9_007_199_254_740_993L})
    void wholeNumbersAreExact(long number) throws IOException {
        StateWriter out = new StateWriter();
        out.integer(number);

        assertThat(new StateReader(out.finish()).int64()).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            doubles = {0.0, -0.0, 0.1, Double.MIN_VALUE, Double.MAX_VALUE, Double.NaN, Double.POSITIVE_INFINITY, -1e300
            })
    void doublesAreExact(double number) throws IOException {
        StateWriter out = new StateWriter();
        out.float64(number);

        assertThat(Double.doubleToLongBits(new StateReader(out.finish()).float64()))
                .isEqualTo(Double.doubleToLongBits(number));
    }

    @ParameterizedTest
    @ValueSource(floats = {0.1f, Float.MIN_VALUE, Float.MAX_VALUE, Float.NaN, Float.NEGATIVE_INFINITY})
    void floatsAreExact(float number) throws IOException {
        StateWriter out = new StateWriter();
        out.float32(number);

        assertThat(Float.floatToIntBits(new StateReader(out.finish()).float32()))
                .isEqualTo(Float.floatToIntBits(number));
    }

    @Test
    void bytesAndNullsComeBack() throws IOException {
        StateWriter out = new StateWriter();
        out.beginArray();
        out.bytes(new byte[] {0, -1, 127});
        out.bytes(null);
        out.string(null);
        out.text(null);
        out.endArray();

        StateReader in = new StateReader(out.finish());
        in.beginArray();
        assertThat(in.next()).isTrue();
        assertThat(in.bytes()).containsExactly(0, -1, 127);
        assertThat(in.next()).isTrue();
        assertThat(in.bytes()).isNull();
        assertThat(in.next()).isTrue();
        assertThat(in.string()).isNull();
        assertThat(in.next()).isTrue();
        assertThat(in.isNull()).isTrue();
        assertThat(in.next()).isFalse();
        assertThat(in.atEnd()).isTrue();
    }

    @Test
    void whatIsNotWantedIsSkipped() throws IOException {
        StateReader in = new StateReader("{\"old\":{\"deep\":[1,{\"x\":2}]},\"count\":3}");
        int count = 0;
        in.beginObject();
        while (in.next()) {
            if (in.name().equals("count")) {
                count = in.int32();
            } else {
                in.skip();
            }
        }

        assertThat(count).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"12\" | a whole number was expected, but this is a string",
                "1.5  | a whole number was expected, but this is a number",
                "null | a whole number was expected, but this is null",
                "{}   | a whole number was expected, but this is an object",
                "300  | the number is outside -128 to 127",
                "99999999999999999999 | the number does not fit 64 bits"
            })
    void aWrongValueIsNamedWithItsPath(String value, String message) throws IOException {
        StateReader in = new StateReader("{\"orders\":[0," + value + "]}");
        in.beginObject();
        in.next();
        in.field();
        in.beginArray();
        in.next();
        in.next();

        assertThatThrownBy(in::int8).isInstanceOf(StateException.class).hasMessage("\"orders/1\": " + message);
    }

    @Test
    void brokenJsonIsNamedWithItsPath() throws IOException {
        StateReader in = new StateReader("{\"orders\":[0,}");
        in.beginObject();
        in.next();
        in.beginArray();
        in.next();

        assertThatThrownBy(in::next).isInstanceOf(StateException.class).hasMessageContaining("this is not JSON");
    }

    @Test
    void aDocumentIsCopiedExactly() throws IOException {
        String document = "{\"a\":[1.10,12345678901234567890,{\"b\":null}],\"c\":\"\\u0000\"}";

        assertThat(new StateReader(document).raw()).isEqualTo(document);
    }
}
