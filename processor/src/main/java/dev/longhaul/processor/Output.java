package dev.longhaul.processor;

import dev.longhaul.processor.write.HandlerFile;
import java.util.List;

/**
 * What is written for a job.
 *
 * @param handler its handler, or one that stands in for it
 * @param resources what belongs beside the classes
 */
record Output(HandlerFile handler, List<ResourceFile> resources) {}
