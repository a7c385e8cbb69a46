/** Runs a job as a chain of Lambda invocations. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // AWS's libraries are no modules yet.
module dev.longhaul.runtime {
    requires transitive aws.lambda.java.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.services.lambda;
    requires static transitive org.jspecify;

    // What jobs and their handlers see.
    exports dev.longhaul.runtime;
    exports dev.longhaul.runtime.job;
    exports dev.longhaul.runtime.state;

    // What stores, and those who run chains elsewhere, build on.
    exports dev.longhaul.runtime.chain;
    exports dev.longhaul.runtime.continuation;
    exports dev.longhaul.runtime.control;
    exports dev.longhaul.runtime.engine;
    exports dev.longhaul.runtime.event;
    exports dev.longhaul.runtime.log;
    exports dev.longhaul.runtime.protocol;
    exports dev.longhaul.runtime.store;
    exports dev.longhaul.runtime.time;

    uses dev.longhaul.runtime.store.CheckpointStoreProvider;

    provides dev.longhaul.runtime.store.CheckpointStoreProvider with
            dev.longhaul.runtime.store.file.FileStoreProvider,
            dev.longhaul.runtime.store.memory.MemoryStoreProvider,
            dev.longhaul.runtime.store.payload.PayloadStoreProvider;
}
