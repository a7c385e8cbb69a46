package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;
import javax.lang.model.element.Modifier;

/** The constructor with the options: the price, and those that are not as {@code JobOptions} has them. */
final class OptionsPart implements HandlerPart {

    private final Prices prices;

    OptionsPart(Prices prices) {
        this.prices = prices;
    }

    /** Begins the constructor of a handler. */
    static MethodSpec.Builder constructor() {
        return MethodSpec.constructorBuilder()
                .addJavadoc("The handler, as Lambda makes it.\n")
                .addModifiers(Modifier.PUBLIC);
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job, Codecs codecs) {
        Options options = job.options();
        CodeBlock.Builder code = CodeBlock.builder().add("$T.named($S)", Names.JOB_OPTIONS, job.name());
        add(code, "stateSchema", CodeBlock.of("$S", Fingerprint.of(job.states())));
        addOther(code, "safeMillis", options.safeMillis().value(), 60_000);
        addOther(code, "tickMillis", options.tickMillis().value(), 10_000);
        addOther(code, "timeoutMillis", options.timeoutMillis().value(), 900_000);
        addOther(code, "maxStepMillis", options.maxStepMillis().value(), 0);
        addOther(code, "maxHops", options.maxHops().value(), 96);
        addOther(code, "maxStalledHops", options.maxStalledHops().value(), 3);
        addOther(code, "maxStepAttempts", options.maxStepAttempts().value(), 3);
        addOther(code, "memoryMegabytes", options.memoryMegabytes().value(), 1_769);
        add(
                code,
                "usdPerGigabyteSecond",
                prices.usdPerGigabyteSecond(options.architecture().value()));
        if (options.maxCostUsd().value() > 0) {
            add(code, "maxCostUsd", options.maxCostUsd().value());
        }
        addOther(code, "maxDurationMillis", options.maxDurationMillis().value(), 0);
        if (options.adaptive().value()) {
            add(code, "adaptive", true);
        }
        if (!options.schedule().value().isEmpty()) {
            add(code, "singleChain", true);
        }
        handler.addMethod(
                constructor().addStatement("super($L\n.build())", code.build()).build());
    }

    /** Adds an option that is not as {@code JobOptions} has it. */
    private static void addOther(CodeBlock.Builder code, String name, long value, long usual) {
        if (value != usual) {
            add(code, name, Numbers.grouped(value));
        }
    }

    private static void add(CodeBlock.Builder code, String name, Object value) {
        code.add("\n.$L($L)", name, value);
    }
}
