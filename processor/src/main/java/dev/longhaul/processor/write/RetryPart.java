package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Retry;
import org.jspecify.annotations.Nullable;

/** How a step that throws is tried again, where that is not as usual. */
final class RetryPart implements HandlerPart {

    /** Adds the option, where a part of it is not as the annotation has it by itself. */
    static void addOptions(CodeBlock.Builder code, @Nullable Retry retry) {
        if (retry == null
                || (retry.attempts().isDefault()
                        && retry.firstDelayMillis().isDefault()
                        && retry.maxDelayMillis().isDefault())) {
            return;
        }
        OptionsPart.add(
                code,
                "retry",
                CodeBlock.of(
                        "$L, $L, $L",
                        Numbers.grouped(retry.attempts().value()),
                        Numbers.grouped(retry.firstDelayMillis().value()),
                        Numbers.grouped(retry.maxDelayMillis().value())));
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        Retry retry = job.work().retry();
        if (retry == null || retry.notOn().isEmpty()) {
            return;
        }
        CodeBlock fatal = retry.notOn().stream()
                .map(type -> CodeBlock.of("failure instanceof $T", type))
                .collect(CodeBlock.joining(" || "));
        handler.addMethod(HandlerMethods.override(TypeName.BOOLEAN, "mayRetry")
                .addParameter(Throwable.class, "failure")
                .addStatement("return !($L)", fatal)
                .build());
    }
}
