package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.util.ElementFilter;

/** The constructor with the options, all of them written out, and the creation of a job object. */
final class OptionsPart implements HandlerPart {

    private final Prices prices;

    OptionsPart(Prices prices) {
        this.prices = prices;
    }

    @Override
    public void addTo(TypeSpec.Builder handler, Job job) {
        handler.addMethod(MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addCode(options(job))
                .build());
        TypeName type = TypeName.get(job.type().asType());
        handler.addMethod(HandlerWriter.override("create")
                .returns(type)
                .addExceptions(thrown(job))
                .addStatement("return new $T()", type)
                .build());
    }

    /** What the constructor without parameters throws. */
    private static List<TypeName> thrown(Job job) {
        return ElementFilter.constructorsIn(job.type().getEnclosedElements()).stream()
                .filter(made -> made.getParameters().isEmpty())
                .flatMap(made -> made.getThrownTypes().stream())
                .map(TypeName::get)
                .toList();
    }

    private CodeBlock options(Job job) {
        Options options = job.options();
        // One text: each part of a code block costs time of its own.
        StringBuilder code = new StringBuilder();
        add(code, "stateSchema", '"' + Fingerprint.of(job.states()) + '"');
        add(code, "safeMillis", options.safeMillis().value());
        add(code, "tickMillis", options.tickMillis().value());
        add(code, "timeoutMillis", options.timeoutMillis().value());
        add(code, "maxStepMillis", options.maxStepMillis().value());
        add(code, "maxHops", options.maxHops().value());
        add(code, "maxStalledHops", options.maxStalledHops().value());
        add(code, "maxStepAttempts", options.maxStepAttempts().value());
        add(code, "memoryMegabytes", options.memoryMegabytes().value());
        double price = prices.usdPerGigabyteSecond(options.architecture().value());
        add(code, "usdPerGigabyteSecond", Double.toString(price));
        add(code, "maxCostUsd", Double.toString(options.maxCostUsd().value()));
        add(code, "maxDurationMillis", options.maxDurationMillis().value());
        add(code, "adaptive", Boolean.toString(options.adaptive().value()));
        add(code, "singleChain", Boolean.toString(!options.schedule().value().isEmpty()));
        return CodeBlock.of("super($T.named($S)\n$>$>$L.build());\n$<$<", Names.JOB_OPTIONS, job.name(), code);
    }

    private static void add(StringBuilder code, String option, long value) {
        add(code, option, Numbers.grouped(value));
    }

    private static void add(StringBuilder code, String option, String value) {
        code.append('.').append(option).append('(').append(value).append(")\n");
    }
}
