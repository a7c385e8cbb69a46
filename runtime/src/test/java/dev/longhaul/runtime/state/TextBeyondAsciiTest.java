package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Text is written as the UTF-8 of stores has it; what has no form there, and what is printed, is escaped. */
class TextBeyondAsciiTest {

    private static final String TEXT = "Gr\u00fc\u00dfe \u4e2d\u6587 \ud83d\ude9a";

    @Test
    void textTakesNoMoreBytesThanInUtf8() throws IOException {
        StateWriter out = new StateWriter();
        out.entries(Map.of(TEXT, TEXT));

        assertThat(out.finish()).isEqualTo("{\"" + TEXT + "\":\"" + TEXT + "\"}");
    }

    @Test
    void copiesKeepIt() throws IOException {
        String document = "{\"" + TEXT + "\":[\"" + TEXT + "\",\"\\uD800\"]}";

        assertThat(new StateReader(document).raw()).isEqualTo(document);
        assertThat(new StateReader(document.replace("\\uD800", "\ud800")).raw())
                .as("but for half a pair")
                .isEqualTo(document);
    }

    /** A store's encoding would put question marks in their place, and PostgreSQL takes no U+0000. */
    @Test
    void whateverIsInATextPassesThroughUtf8WithoutNul() throws IOException {
        Random random = new Random(20261128);
        for (int i = 0; i < 5_000; i++) {
            String text = text(random);
            StateWriter out = new StateWriter();
            out.beginArray();
            out.string(text);
            out.values(List.of(text, text.isEmpty() ? 'x' : text.charAt(0)));
            out.entries(Map.of(text, text));
            out.string("\u4e2d");
            out.endArray();

            String json = out.finish();
            String stored = new String(json.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
            assertThat(stored).isEqualTo(json).doesNotContain("\0").endsWith("\"\u4e2d\"]");
            StateReader in = new StateReader(stored);
            in.beginArray();
            in.next();
            assertThat(in.string()).isEqualTo(text);
            in.next();
            assertThat(in.list(String.class)).startsWith(text);
            in.next();
            assertThat(in.map(String.class, String.class)).isEqualTo(Map.of(text, text));
            assertThat(new StateReader(stored).raw()).isEqualTo(json);
        }
    }

    @Test
    void whatIsPrintedIsAscii() throws IOException {
        StateWriter out = StateWriter.ascii();
        out.beginObject();
        out.field(TEXT).string(TEXT);
        out.field("half \ud800").string("half \ud800");
        out.field(TEXT + 2).string(TEXT);
        out.endObject();

        assertThat(out.finish()).matches("\\p{ASCII}*");
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(6); i > 0; i--) {
            switch (random.nextInt(6)) {
                case 0 -> text.append((char) (0xd800 + random.nextInt(0x800)));
                case 1 -> text.append("\ud83d\ude9a");
                case 2 -> text.append((char) random.nextInt(0x20));
                case 3 -> text.append((char) random.nextInt(0x10000));
                default -> text.append((char) (0x20 + random.nextInt(0x60)));
            }
        }
        return text.toString();
    }
}
