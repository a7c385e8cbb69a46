package dev.longhaul.processor.form;

/** A file that is no form of a state; the message says where in it, and why. */
public final class FormException extends Exception {

    private static final long serialVersionUID = 1L;

    FormException(String message) {
        super(message);
    }
}
