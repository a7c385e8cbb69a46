package dev.longhaul.processor.template;

/** One aspect of a template: it adds its lines. */
interface TemplatePart {

    void addTo(Yaml yaml, Deployment deployment);
}
