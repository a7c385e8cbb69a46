package dev.longhaul.processor.write;

import dev.longhaul.processor.model.Job;

/** One aspect of a handler: it adds its members, and reports nothing. */
interface HandlerPart {

    void addTo(HandlerText handler, Job job);
}
