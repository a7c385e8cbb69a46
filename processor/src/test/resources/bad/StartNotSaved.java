package bad;

import dev.longhaul.annotations.*;
import java.util.ArrayList;
import java.util.List;

@LongRunning
class StartNotSaved {
    record Request(List<String> keys, String region) {}

    final List<String> pending = new ArrayList<>();

    private String region;

    @State int done;

    @OnStart void begin(Request request) {
        pending.addAll(request.keys());
        region = request.region();
    }

    @Step void step() {
        System.out.println(pending.remove(0));
        done++;
    }

    @Terminate boolean isDone() { return pending.isEmpty(); }

    @OnComplete String end() { return region + ": " + done; }
}

//! WARNING 11:24 [StartNotSaved] pending gets its value in begin, which runs in the first hop only, and step reads it, but it is not saved: in every other hop it is as the constructor left it. Make it a @State field.
//! WARNING 13:20 [StartNotSaved] region gets its value in begin, which runs in the first hop only, and end reads it, but it is not saved: in every other hop it is as the constructor left it. Make it a @State field.
