package dev.longhaul.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code longhaul completion}. */
@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        header = "Prints a script that completes commands and options in bash and zsh.",
        description = "To use it: source <(longhaul completion)")
final class CompletionCommand implements Runnable {

    @Spec
    private CommandSpec command = CommandSpec.create();

    CompletionCommand() {}

    @Override
    public void run() {
        CommandSpec root = command.root();
        command.commandLine().getOut().println(AutoComplete.bash(root.name(), root.commandLine()));
        command.commandLine().getOut().flush();
    }
}
