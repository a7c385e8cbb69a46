package bad;

import dev.longhaul.annotations.*;
import dev.longhaul.runtime.JobContext;

@LongRunning
class StateTypeUnsupported {
    @State java.util.List<Order> orders;

    @State Runnable callback;

    @State java.util.Map<Order, String> names;

    @Step void step() {}

    @Terminate boolean isDone() { return System.nanoTime() > 9; }

    record Order(String id, Customer customer) {}

    static class Customer {
        java.net.http.HttpClient client;
    }
}

//! ERROR 8:34 [StateTypeUnsupported] state "orders" -> Order.customer -> Customer.client: java.net.http.HttpClient cannot be saved (it is no data, or of a form that is not known). Keep what it is made from instead, or give the field a codec: @State(codec = ...).
//! ERROR 10:21 [StateTypeUnsupported] state "callback": java.lang.Runnable cannot be saved (an interface says nothing of what is behind it). Keep what it is made from instead, or give the field a codec: @State(codec = ...).
//! ERROR 12:41 [StateTypeUnsupported] state "names": bad.StateTypeUnsupported.Order cannot be saved (as the key of a map, where only a text, a number, an enum or a time can be). Keep what it is made from instead, or give the field a codec: @State(codec = ...).
