package bad;

import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.StateCodec;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;

@LongRunning
class StateCodecUnusable {
    @State(codec = Hidden.class) Runnable hidden;

    @State(codec = Inner.class) Runnable inner;

    @State(codec = Unmade.class) Runnable unmade;

    @State(codec = StateCodec.class) Runnable none;

    @State(codec = Generic.class) Runnable generic;

    @State(codec = Right.class) Thread other;

    @State(codec = Right.class) int primitive;

    @State(codec = Right.class) Runnable right;

    @Step void step() { right = null; }

    @Terminate boolean isDone() { return right == null; }

    private static class Hidden extends Right {}

    class Inner extends Right {}

    static class Unmade extends Right {
        Unmade() throws Exception {}
    }

    static class Generic<T> extends Right {}

    static class Right implements StateCodec<Runnable> {
        @Override public String encode(Runnable value) { return ""; }

        @Override public Runnable decode(String text) { return () -> {}; }
    }
}

//! ERROR 11:26 [StateCodecUnusable] the codec bad.StateCodecUnusable.Hidden of the @State field hidden can't be used: it is private, or of another package and not public. Make it visible to the handler.
//! ERROR 13:25 [StateCodecUnusable] the codec bad.StateCodecUnusable.Inner of the @State field inner can't be used: it is an inner class, and the handler has no object to create it in. Make it static.
//! ERROR 15:26 [StateCodecUnusable] the codec bad.StateCodecUnusable.Unmade of the @State field unmade can't be used: it has no constructor without parameters that the handler can call. Add one that is not private and throws no checked exception.
//! ERROR 17:30 [StateCodecUnusable] the codec dev.longhaul.annotations.StateCodec of the @State field none can't be used: it is abstract, and the handler creates it. Name a concrete class.
//! ERROR 19:27 [StateCodecUnusable] the codec bad.StateCodecUnusable.Generic of the @State field generic can't be used: it has type parameters, and the handler can't choose their types. Name a class that extends it with the types filled in.
//! ERROR 21:25 [StateCodecUnusable] the codec bad.StateCodecUnusable.Right of the @State field other can't be used: it is a codec of java.lang.Runnable, and the field is of the type java.lang.Thread. Name a StateCodec<java.lang.Thread>.
//! ERROR 23:25 [StateCodecUnusable] the codec bad.StateCodecUnusable.Right of the @State field primitive can't be used: int is saved as it is. Remove the codec.
