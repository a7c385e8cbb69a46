package dev.longhaul.processor.write;

import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;

/** One aspect of a handler: it adds its members, and reports nothing. */
interface HandlerPart {

    void addTo(TypeSpec.Builder handler, Job job, Codecs codecs);
}
