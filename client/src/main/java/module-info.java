/** Starts, watches, stops and resumes chains from any program. */
// AWS's libraries are no modules yet.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"})
module dev.longhaul.client {
    requires transitive dev.longhaul.runtime;
    requires dev.longhaul.aws;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.services.lambda;
    requires static transitive org.jspecify;

    exports dev.longhaul.client;
}
