package bad;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning(dropped = {"gone", "first"})
class StateFormerNameUnusable {
    record Place(@State(formerly = {"page", "row"}) int line, int row) {}

    static class Bean {
        @State(formerly = "height")
        int width;

        @State(formerly = {"height", "depth"})
        int length;
    }

    record Box<T>(@State(formerly = "content") T content) {}

    @State(formerly = "second") int first;
    @State int second;
    @State(formerly = {"first", "third"}) int third;
    @State(formerly = {"a", "b", "a"}) int fourth;
    @State(formerly = "b") int fifth;
    @State(formerly = {"", "Place.line", "class"}) int sixth;
    @State Place place;
    @State Bean bean = new Bean();
    @State Box<String> texts;
    @State Box<Integer> numbers;

    @Step void step() { first++; }
    @Terminate boolean isDone() { return first > 9; }
}

//! ERROR 8:24 [StateFormerNameUnusable] dropped names first, which is a @State field, and it has those that are not there any more. Take the name out of dropped, or remove the field.
//! ERROR 10:36 [StateFormerNameUnusable] "row", a former name of line, is the present name of a field, and what is stored under a name belongs to one field. Take it out of formerly, or rename row.
//! ERROR 16:27 [StateFormerNameUnusable] "height", a former name of length, is a former name of width too, and what is stored under a name belongs to one field. Take it out of formerly.
//! ERROR 20:37 [StateFormerNameUnusable] "content", a former name of content, is the present name of this field, and what is stored under a name belongs to one field. Take it out of formerly.
//! ERROR 22:23 [StateFormerNameUnusable] "second", a former name of first, is the present name of a field, and what is stored under a name belongs to one field. Take it out of formerly, or rename second.
//! ERROR 24:23 [StateFormerNameUnusable] "first", a former name of third, is the present name of a field, and what is stored under a name belongs to one field. Take it out of formerly, or rename first.
//! ERROR 24:23 [StateFormerNameUnusable] "third", a former name of third, is the present name of this field, and what is stored under a name belongs to one field. Take it out of formerly.
//! ERROR 25:23 [StateFormerNameUnusable] "a", a former name of fourth, is a former name of it twice, and what is stored under a name belongs to one field. Take it out of formerly.
//! ERROR 26:23 [StateFormerNameUnusable] "b", a former name of fifth, is a former name of fourth too, and what is stored under a name belongs to one field. Take it out of formerly.
//! ERROR 27:23 [StateFormerNameUnusable] "" is no name of a field, and formerly has the names that sixth had. Write the name as it was in the source.
//! ERROR 27:23 [StateFormerNameUnusable] "Place.line" is no name of a field, and formerly has the names that sixth had. Write the name as it was in the source.
