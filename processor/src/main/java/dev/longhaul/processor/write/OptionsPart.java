package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.model.Options;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;

/** The constructor with the options: the price, and those that are not as {@code JobOptions} has them. */
final class OptionsPart implements HandlerPart {

    private final Prices prices;
    private final String handlerName;

    OptionsPart(Prices prices, String handlerName) {
        this.prices = prices;
        this.handlerName = handlerName;
    }

    @Override
    public void addTo(HandlerText handler, Job job) {
        Options options = job.options();
        JavaText text = handler.members().member().open("public " + handlerName + "()");
        text.line("super(" + handler.imports().of(Names.JOB_OPTIONS) + ".named(\"" + job.name() + "\")");
        add(text, "stateSchema", '"' + Fingerprint.of(job.states()) + '"');
        addOther(text, "safeMillis", options.safeMillis().value(), 60_000);
        addOther(text, "tickMillis", options.tickMillis().value(), 10_000);
        addOther(text, "timeoutMillis", options.timeoutMillis().value(), 900_000);
        addOther(text, "maxStepMillis", options.maxStepMillis().value(), 0);
        addOther(text, "maxHops", options.maxHops().value(), 96);
        addOther(text, "maxStalledHops", options.maxStalledHops().value(), 3);
        addOther(text, "maxStepAttempts", options.maxStepAttempts().value(), 3);
        addOther(text, "memoryMegabytes", options.memoryMegabytes().value(), 1_769);
        add(
                text,
                "usdPerGigabyteSecond",
                Double.toString(
                        prices.usdPerGigabyteSecond(options.architecture().value())));
        if (options.maxCostUsd().value() > 0) {
            add(text, "maxCostUsd", Double.toString(options.maxCostUsd().value()));
        }
        addOther(text, "maxDurationMillis", options.maxDurationMillis().value(), 0);
        if (options.adaptive().value()) {
            add(text, "adaptive", "true");
        }
        if (!options.schedule().value().isEmpty()) {
            add(text, "singleChain", "true");
        }
        text.line("        .build());").close();
    }

    /** Adds an option that is not as {@code JobOptions} has it. */
    private static void addOther(JavaText text, String name, long value, long usual) {
        if (value != usual) {
            add(text, name, value);
        }
    }

    private static void add(JavaText text, String name, long value) {
        add(text, name, Numbers.grouped(value));
    }

    private static void add(JavaText text, String name, String value) {
        text.line("        ." + name + "(" + value + ")");
    }
}
