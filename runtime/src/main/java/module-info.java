/** Runs a job as a chain of Lambda invocations. */
// AWS's libraries are no modules yet, and the testing module is compiled after this one.
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic", "module"})
module dev.longhaul.runtime {
    requires transitive aws.lambda.java.core;
    requires transitive java.sql;
    requires com.fasterxml.jackson.core;
    requires dev.longhaul.aws;
    requires org.crac;
    requires org.slf4j;
    requires software.amazon.awssdk.awscore;
    requires software.amazon.awssdk.core;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.services.lambda;
    requires static transitive org.jspecify;

    // What jobs and their handlers see.
    exports dev.longhaul.runtime;
    exports dev.longhaul.runtime.job;
    exports dev.longhaul.runtime.state;

    // What stores and operators build on.
    exports dev.longhaul.runtime.chain;
    exports dev.longhaul.runtime.continuation;
    exports dev.longhaul.runtime.control;
    exports dev.longhaul.runtime.store;

    // What simulates an invocation, and what operates chains from outside.
    exports dev.longhaul.runtime.children to
            dev.longhaul.testing;
    exports dev.longhaul.runtime.ends to
            dev.longhaul.client,
            dev.longhaul.testing;
    exports dev.longhaul.runtime.engine to
            dev.longhaul.testing;
    exports dev.longhaul.runtime.event to
            dev.longhaul.client,
            dev.longhaul.testing;
    exports dev.longhaul.runtime.log to
            dev.longhaul.client,
            dev.longhaul.opentelemetry,
            dev.longhaul.testing;
    exports dev.longhaul.runtime.protocol to
            dev.longhaul.client,
            dev.longhaul.testing;
    exports dev.longhaul.runtime.sweep to
            dev.longhaul.client,
            dev.longhaul.testing;
    exports dev.longhaul.runtime.time to
            dev.longhaul.client,
            dev.longhaul.testing;

    uses dev.longhaul.runtime.log.HopTracer;
    uses dev.longhaul.runtime.store.CheckpointStoreProvider;

    provides dev.longhaul.runtime.store.CheckpointStoreProvider with
            dev.longhaul.runtime.store.file.FileStoreProvider,
            dev.longhaul.runtime.store.memory.MemoryStoreProvider,
            dev.longhaul.runtime.store.payload.PayloadStoreProvider;
}
