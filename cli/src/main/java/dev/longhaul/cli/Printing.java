package dev.longhaul.cli;

import dev.longhaul.runtime.state.StateWriter;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What a command prints: text for people, or JSON for programs. An option that the commands share. */
final class Printing {

    @Option(names = "--json", description = "Print JSON, for programs.")
    private boolean json;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command = CommandSpec.create();

    Printing() {}

    boolean isJson() {
        return json;
    }

    /** What is printed goes here; closed by nobody. */
    PrintWriter out() {
        return command.commandLine().getOut();
    }

    /** What people should know besides. */
    void note(String line) {
        command.commandLine().getErr().println("longhaul: " + line);
    }

    /** A line in which picocli's marks, such as {@code @|bold ...|@}, stand for colours, where the terminal has them. */
    void line(String marked) {
        out().println(styled(marked));
        out().flush();
    }

    String styled(String marked) {
        return command.commandLine().getColorScheme().ansi().string(marked);
    }

    /** Whether a line can be written over another one. */
    boolean isTerminal() {
        return command.commandLine().getColorScheme().ansi() != Ansi.OFF && Ansi.AUTO.enabled();
    }

    /** The characters that a line has room for. */
    int width() {
        return isTerminal() ? command.usageMessage().width() - 1 : Integer.MAX_VALUE;
    }

    /** Writes JSON. */
    interface Json {
        void write(StateWriter out) throws IOException;
    }

    /** One JSON document, on one line. */
    void json(Json document) throws IOException {
        StateWriter out = new StateWriter();
        document.write(out);
        out().println(out.finish());
        out().flush();
    }
}
