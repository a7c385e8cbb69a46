package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.JobMethod;
import dev.longhaul.processor.model.JobMethod.Parameter;
import dev.longhaul.processor.model.Shape;
import dev.longhaul.processor.model.SignalHook;
import dev.longhaul.processor.names.Names;
import java.io.IOException;
import java.util.List;
import java.util.function.Function;

/** The check of a signal, and the call of the method that takes it. */
final class SignalPart implements HandlerPart {

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        List<SignalHook> signals = job.hooks().signals();
        if (signals.isEmpty()) {
            return;
        }
        handler.addMethod(HandlerMethods.override(TypeName.VOID, "checkSignal")
                .addParameter(String.class, "name")
                .addParameter(Names.STATE_READER, "signal")
                .addException(IOException.class)
                .addCode(byName(signals, signal -> check(signal, codecs)))
                .build());
        handler.addMethod(HandlerMethods.override(TypeName.VOID, "onSignal", job.home())
                .addParameter(String.class, "name")
                .addParameter(Names.STATE_READER, "signal")
                .addParameter(Names.CONTEXT, "context")
                .addException(Exception.class)
                .addCode(HandlerMethods.calling(
                        signals.stream().map(SignalHook::method).toList(),
                        byName(signals, signal -> call(signal, codecs))))
                .build());
    }

    private static CodeBlock byName(List<SignalHook> signals, Function<SignalHook, CodeBlock> done) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch (name)");
        for (SignalHook signal : signals) {
            code.add("case $S -> $L\n", signal.name().value(), done.apply(signal));
        }
        CodeBlock names = signals.stream()
                .map(signal -> CodeBlock.of("$S", signal.name().value()))
                .collect(CodeBlock.joining(", "));
        return code.add("default -> throw unknownSignal(name, $L);\n", names)
                .endControlFlow()
                .build();
    }

    private static CodeBlock check(SignalHook signal, Codecs codecs) {
        return signal.payload() instanceof Shape payload
                ? CodeBlock.of("$L;", codecs.readUnseen(payload, signal.ignoreUnknown() ? "signal" : "signal.strict()"))
                : CodeBlock.of("{}");
    }

    private static CodeBlock call(SignalHook signal, Codecs codecs) {
        JobMethod method = signal.method();
        CodeBlock read = signal.payload() instanceof Shape payload ? codecs.read(payload, "signal") : CodeBlock.of("");
        CodeBlock arguments = method.parameters().stream()
                .map(Parameter::isContext)
                .map(context -> context ? CodeBlock.of("context") : read)
                .collect(CodeBlock.joining(", "));
        return CodeBlock.of("job.$L($L);", method.name(), arguments);
    }
}
