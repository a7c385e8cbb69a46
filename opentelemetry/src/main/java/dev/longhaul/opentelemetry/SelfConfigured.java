package dev.longhaul.opentelemetry;

import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizer;
import io.opentelemetry.sdk.autoconfigure.spi.AutoConfigurationCustomizerProvider;

/** Prepares an SDK that configures itself; found through {@link java.util.ServiceLoader}. */
public final class SelfConfigured implements AutoConfigurationCustomizerProvider {

    /** For {@link java.util.ServiceLoader}. */
    public SelfConfigured() {}

    @Override
    public void customize(AutoConfigurationCustomizer sdk) {
        sdk.addTracerProviderCustomizer((provider, config) -> provider.setIdGenerator(ChainIds.get()));
        sdk.addSpanProcessorCustomizer((processor, config) -> ChainTraces.flushed(processor));
    }
}
