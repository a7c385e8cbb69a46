/** Makes clients of the AWS SDK, and tells their failures apart. */
@SuppressWarnings({"requires-automatic", "requires-transitive-automatic"}) // The SDK is no module yet.
module dev.longhaul.aws {
    requires transitive software.amazon.awssdk.awscore;
    requires transitive software.amazon.awssdk.core;
    requires transitive software.amazon.awssdk.utils;
    requires transitive com.fasterxml.jackson.core;
    requires software.amazon.awssdk.auth;
    requires software.amazon.awssdk.http;
    requires software.amazon.awssdk.http.auth.aws;
    requires software.amazon.awssdk.http.auth.spi;
    requires software.amazon.awssdk.http.urlconnection;
    requires software.amazon.awssdk.identity.spi;
    requires software.amazon.awssdk.regions;
    requires software.amazon.awssdk.retries.api;
    requires static transitive org.jspecify;

    exports dev.longhaul.aws;
}
