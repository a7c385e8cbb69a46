package dev.longhaul.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;

/** Runs commands as a terminal without colours would. */
final class Terminal {

    private Terminal() {}

    /**
     * What a command did.
     *
     * @param status its exit status
     * @param out what it printed
     * @param err what it printed as an error
     */
    record Result(int status, String out, String err) {}

    static Result run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine command = Longhaul.commandLine()
                .setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true));
        int status = command.execute(arguments);
        return new Result(status, out.toString(), err.toString());
    }
}
