package dev.longhaul.runtime.engine;

/** The process dies here: the engine catches no error of the machine, so that nothing is written after it. */
final class Killed extends VirtualMachineError {
    private static final long serialVersionUID = 1L;
}
