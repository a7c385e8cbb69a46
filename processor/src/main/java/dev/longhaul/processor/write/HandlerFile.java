package dev.longhaul.processor.write;

import javax.lang.model.element.TypeElement;

/**
 * A handler's source.
 *
 * @param job the class that it is the handler of
 * @param packageName its package, empty for the unnamed one
 * @param simpleName its class
 * @param text the source
 */
public record HandlerFile(TypeElement job, String packageName, String simpleName, String text) {

    /** The qualified name of its class. */
    public String className() {
        return Imports.qualified(packageName, simpleName);
    }
}
