package dev.longhaul.runtime.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a reader does with a state that another version of the code has written. */
class OtherVersionTest {

    @Test
    void aFieldIsFoundUnderAFormerName() throws Exception {
        assertThat(places("[{\"place\":\"a\"},{\"position\":\"b\"},{\"cursor\":\"c\"},{}]"))
                .containsExactly("a", "b", "c", "-");
    }

    @Test
    void aFieldUnderTwoOfItsNamesIsRefused() {
        for (String both : List.of(
                "{\"cursor\":\"secret\",\"place\":\"secret\"}",
                "{\"place\":\"secret\",\"x\":1,\"cursor\":\"secret\"}",
                "{\"position\":\"secret\",\"cursor\":\"secret\"}")) {
            assertThatThrownBy(() -> places("[{\"place\":\"a\"}," + both + "]"))
                    .as(both)
                    .isInstanceOf(StateException.class)
                    .hasMessageMatching(
                            "\"1/\\w+\": it is stored under two names of the field \"place\"\\. Take the name"
                                    + " that belongs to another field out of @State\\(formerly = \\.\\.\\.\\)");
        }
    }

    @Test
    void anObjectWithinAnotherHasNamesOfItsOwn() throws Exception {
        StateReader in = new StateReader("{\"place\":{\"cursor\":1},\"second\":{\"place\":2}}");
        List<String> read = new ArrayList<>();
        in.beginObject();
        while (in.next()) {
            boolean place = in.at("place", "cursor");
            in.beginObject();
            while (in.next()) {
                assertThat(in.at("place", "cursor")).isTrue();
                read.add(place + " " + in.int32());
            }
        }

        assertThat(read).containsExactly("true 1", "false 2");
    }

    @Test
    void aCodecIsGivenATextAsItIsAndAnythingElseAsJson() throws Exception {
        assertThat(new StateReader("\"7\"").coded()).isEqualTo("7");
        assertThat(new StateReader("7").coded()).isEqualTo("7");
        assertThat(new StateReader("1.50").coded()).isEqualTo("1.50");
        assertThat(new StateReader("true").coded()).isEqualTo("true");
        assertThat(new StateReader("null").coded()).isNull();
        assertThat(new StateReader(" {\"a\": [1, null]}").coded()).isEqualTo("{\"a\": [1, null]}");

        StateReader in = new StateReader("[[1],{\"a\":2},3]");
        in.beginArray();
        StringBuilder all = new StringBuilder();
        while (in.next()) {
            all.append(in.coded()).append(' ');
        }
        assertThat(all).hasToString("[1] {\"a\":2} 3 ");
    }

    @Test
    void whatIsPassedOverIsNotedByItsPathAlone() throws Exception {
        List<String> dropped = new ArrayList<>();
        StateReader in = new StateReader(
                        "{\"gone\":\"secret\",\"lists\":[{\"old\":\"secret\"},{\"old\":{\"secret\":1}}],\"\":0}")
                .noting(dropped::add);
        in.beginObject();
        while (in.next()) {
            if (in.at("lists")) {
                in.beginArray();
                while (in.next()) {
                    in.beginObject();
                    while (in.next()) {
                        in.skip();
                    }
                }
            } else {
                in.skip();
            }
        }

        assertThat(dropped).containsExactly("gone", "lists/[]/old", "lists/[]/old", "");
    }

    private static List<String> places(String document) throws IOException {
        StateReader in = new StateReader(document);
        List<String> places = new ArrayList<>();
        in.beginArray();
        while (in.next()) {
            String place = "-";
            in.beginObject();
            while (in.next()) {
                if (in.at("place", "position", "cursor")) {
                    place = in.string();
                } else {
                    in.skip();
                }
            }
            places.add(place);
        }
        return places;
    }
}
