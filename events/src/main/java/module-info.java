/** Reads AWS's own event classes as start events. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // AWS's libraries are no modules yet.
module dev.longhaul.events {
    requires transitive aws.lambda.java.events;
    requires transitive dev.longhaul.runtime;
    requires aws.lambda.java.serialization;
    requires static transitive org.jspecify;

    exports dev.longhaul.events;
}
