package bad;

import dev.longhaul.annotations.*;
import java.util.List;

@LongRunning
class StateUnmodifiable {
    @State List<String> left = List.of("a", "b");

    @Step void step() { left.remove(0); }

    @Terminate boolean isDone() { return left.isEmpty(); }
}

//! WARNING 10:36 [StateUnmodifiable] step calls remove on the @State field left, which begins as what List.of makes, and that cannot be changed. Begin with a copy that can be, such as a new ArrayList of it.
