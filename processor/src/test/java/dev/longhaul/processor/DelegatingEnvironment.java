package dev.longhaul.processor;

import javax.annotation.processing.ProcessingEnvironment;

/** An environment around the compiler's, as Gradle has one. */
final class DelegatingEnvironment extends PassingEnvironment {

    private final ProcessingEnvironment delegate;

    DelegatingEnvironment(ProcessingEnvironment delegate) {
        this.delegate = delegate;
    }

    @Override
    ProcessingEnvironment real() {
        return delegate;
    }
}
