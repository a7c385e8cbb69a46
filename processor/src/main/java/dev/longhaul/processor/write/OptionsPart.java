package dev.longhaul.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.longhaul.processor.form.Forms;
import dev.longhaul.processor.model.Creation.WithResources;
import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Located;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;
import javax.lang.model.element.Modifier;

/** The constructor with the options: the price, and those that are not as {@code JobOptions} has them. */
final class OptionsPart implements HandlerPart {

    private final Prices prices;
    private final Forms forms;

    OptionsPart(Prices prices, Forms forms) {
        this.prices = prices;
        this.forms = forms;
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
        add(code, "stateSchema", CodeBlock.of("$S", forms.of(job).fingerprint()));
        addOther(code, "safeMillis", options.safeMillis());
        addOther(code, "tickMillis", options.tickMillis());
        addOther(code, "timeoutMillis", options.timeoutMillis());
        addOther(code, "maxStepMillis", options.maxStepMillis());
        addOther(code, "maxHops", options.maxHops());
        addOther(code, "maxStalledHops", options.maxStalledHops());
        addOther(code, "maxWakes", options.maxWakes());
        addOther(code, "memoryMegabytes", options.memoryMegabytes());
        add(
                code,
                "usdPerGigabyteSecond",
                prices.usdPerGigabyteSecond(options.architecture().value()));
        if (options.maxCostUsd().value() > 0) {
            add(code, "maxCostUsd", options.maxCostUsd().value());
        }
        addOther(code, "maxDurationMillis", options.maxDurationMillis());
        if (options.adaptive().value()) {
            add(code, "adaptive", true);
        }
        if (options.oneAtATime()) {
            add(code, "singleChain", true);
        }
        if (!options.environment().isEmpty()) {
            add(
                    code,
                    "environment",
                    options.environment().stream()
                            .map(variable -> CodeBlock.of("$S", variable.name()))
                            .collect(CodeBlock.joining(", ")));
        }
        RetryPart.addOptions(code, job.work().retry());
        if (job.creation() instanceof WithResources taken) {
            handler.addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(Modifier.PRIVATE)
                    .addParameter(ResourcesPart.holder(taken, job.home()), "resources")
                    .addStatement("super($L\n.build(), resources)", code.build())
                    .addStatement("this.resources = resources")
                    .build());
        } else {
            handler.addMethod(constructor()
                    .addStatement("super($L\n.build())", code.build())
                    .build());
        }
    }

    /** Adds an option that is not as {@code JobOptions} and the annotation have it by themselves. */
    private static void addOther(CodeBlock.Builder code, String name, Located<? extends Number> option) {
        if (!option.isDefault()) {
            add(code, name, Numbers.grouped(option.value().longValue()));
        }
    }

    static void add(CodeBlock.Builder code, String name, Object value) {
        code.add("\n.$L($L)", name, value);
    }
}
