package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;
import dev.longhaul.processor.names.Names;
import dev.longhaul.processor.prices.Prices;
import java.util.List;
import javax.lang.model.element.Element;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Writes the handler of a job as an ordered list of parts. */
public final class HandlerWriter {

    private static final String GENERATED = "javax.annotation.processing.Generated";
    private static final String PROCESSOR = "dev.longhaul.processor.LongRunningProcessor";

    private static final String SUPPRESSION = "@SuppressWarnings({\"deprecation\", \"removal\"})\n";

    private final Deprecations deprecations;
    private final boolean generatedKnown;
    private final Prices prices;

    /**
     * A writer.
     *
     * @param elements the compiler's elements
     * @param generatedKnown whether the compilation knows {@code @Generated}, which is in the module java.compiler
     * @param prices what the cost is reckoned by at run time
     */
    public HandlerWriter(Elements elements, boolean generatedKnown, Prices prices) {
        this.deprecations = new Deprecations(elements);
        this.generatedKnown = generatedKnown;
        this.prices = prices;
    }

    /** The handler of a job that may compile. */
    public HandlerFile write(Job job) {
        String name = handlerName(job.type());
        Imports imports = new Imports(packageOf(job.type()), name);
        HandlerText handler = new HandlerText(imports, imports.of(job.type()));
        List<HandlerPart> parts = List.of(
                new OptionsPart(prices, name),
                new CreatePart(),
                new StepPart(),
                new StartPart(),
                new EndPart(),
                new StatePart());
        for (HandlerPart part : parts) {
            part.addTo(handler, job);
        }
        return file(job.type(), imports, handler, handler.job());
    }

    /** A handler that stands in for that of a job that was refused, so that those who use it show no errors of theirs. */
    public HandlerFile writeRefused(TypeElement job) {
        String name = handlerName(job);
        Imports imports = new Imports(packageOf(job), name);
        HandlerText handler = new HandlerText(imports, imports.of(job));
        new RefusedPart(job.getSimpleName().toString()).addTo(handler, name);
        return file(job, imports, handler, "Object");
    }

    private HandlerFile file(TypeElement job, Imports imports, HandlerText handler, String handled) {
        String packageName = packageOf(job);
        String name = handlerName(job);
        // Before the imports are listed, which these names belong to.
        String annotation = generatedKnown ? "@" + imports.of(GENERATED) + "(\"" + PROCESSOR + "\")\n" : "";
        String suppression = deprecations.isIn(imports.classes()) ? SUPPRESSION : "";
        String head = "public final class " + name + " extends " + imports.of(Names.HANDLER) + "<" + handled + "> {\n";

        StringBuilder text = new StringBuilder();
        if (!packageName.isEmpty()) {
            text.append("package ").append(packageName).append(";\n\n");
        }
        for (String imported : imports.imported()) {
            text.append("import ").append(imported).append(";\n");
        }
        text.append("\n/**\n * The Lambda entry point of {@link ")
                .append(handler.job())
                .append("}.\n */\n");
        text.append(annotation)
                .append(suppression)
                .append(head)
                .append(handler.members())
                .append(handler.serializers());
        return new HandlerFile(job, packageName, name, text.append("}\n").toString());
    }

    /** {@code Outer_JobHandler} for a class {@code Outer.Job}. */
    private static String handlerName(TypeElement job) {
        StringBuilder name = new StringBuilder(job.getSimpleName());
        for (Element outer = job.getEnclosingElement(); outer instanceof TypeElement; ) {
            name.insert(0, '_').insert(0, outer.getSimpleName());
            outer = outer.getEnclosingElement();
        }
        return name.append("Handler").toString();
    }

    private static String packageOf(TypeElement job) {
        Element outer = job.getEnclosingElement();
        while (outer instanceof TypeElement) {
            outer = outer.getEnclosingElement();
        }
        return outer instanceof PackageElement home ? home.getQualifiedName().toString() : "";
    }
}
