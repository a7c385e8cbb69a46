package dev.longhaul.runtime.continuation;

import java.util.Optional;
import java.util.function.Consumer;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttribute;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Sends one X-Ray trace header with each request, whatever thread it comes from. Thread-safe.
 *
 * <p>The SDK adds the header that it finds for the calling thread or the process, and headers of a request's override
 * configuration are added to that one, not put in its place: a chain's header would double with every hop. Interceptors of
 * a client run behind the SDK's own, so this one has the last word.
 */
final class OneTraceHeader implements ExecutionInterceptor {

    static final String NAME = "X-Amzn-Trace-Id";

    private static final ExecutionAttribute<String> VALUE = new ExecutionAttribute<>("LonghaulTraceHeader");

    /** What a request of this trace is to be configured with. */
    static Consumer<AwsRequestOverrideConfiguration.Builder> of(String value) {
        return request -> request.putExecutionAttribute(VALUE, value);
    }

    @Override
    public SdkHttpRequest modifyHttpRequest(Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
        SdkHttpRequest request = context.httpRequest();
        Optional<String> value = Optional.ofNullable(attributes.getAttribute(VALUE))
                .or(() -> request.firstMatchingHeader(NAME))
                .flatMap(TraceHeaders::single);
        return request.copy(changed ->
                value.ifPresentOrElse(single -> changed.putHeader(NAME, single), () -> changed.removeHeader(NAME)));
    }
}
