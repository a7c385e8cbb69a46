package com.acme;

import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import dev.longhaul.annotations.LongRunning;
import dev.longhaul.annotations.OnStart;
import dev.longhaul.annotations.State;
import dev.longhaul.annotations.Step;
import dev.longhaul.annotations.Terminate;
import java.util.ArrayList;
import java.util.List;

@LongRunning
public class Ship {

    @State
    List<String> orders = new ArrayList<>();

    @OnStart
    void start(SQSEvent event) {
        event.getRecords().forEach(message -> orders.add(message.getBody()));
    }

    @Step
    void next() {
        orders.remove(0);
    }

    @Terminate
    boolean done() {
        return orders.isEmpty();
    }
}
