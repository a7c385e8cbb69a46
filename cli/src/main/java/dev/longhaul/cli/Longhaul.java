package dev.longhaul.cli;

import dev.longhaul.client.FunctionException;
import dev.longhaul.runtime.continuation.ContinuationException;
import dev.longhaul.runtime.store.StoreException;
import dev.longhaul.runtime.store.StoreUnavailableException;
import dev.longhaul.runtime.text.ShownText;
import java.io.IOException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** The command line: {@code java -jar longhaul.jar COMMAND}. */
@Command(
        name = "longhaul",
        description = "Runs, starts, watches, stops and resumes long-running jobs on AWS Lambda, or on this machine.",
        mixinStandardHelpOptions = true,
        versionProvider = Longhaul.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Where the chains are: --store URI or LONGHAUL_STORE, as the function has it;",
            "                      --local for what \"longhaul run\" runs here.",
            "Exit status: 0 done; 1 refused; 2 wrong usage; 3 store or function away;",
            "             4 the chain did not complete; 5 it has not ended in time."
        },
        subcommands = {
            RunCommand.class,
            StartCommand.class,
            ListCommand.class,
            ShowCommand.class,
            WatchCommand.class,
            LogsCommand.class,
            SignalCommand.class,
            StopCommand.class,
            ResumeCommand.class,
            SweepCommand.class,
            CostCommand.class,
            DebugCommand.class,
            TemplateCommand.class,
            ConsoleCommand.class,
            CompletionCommand.class
        })
final class Longhaul {

    /** Set, a failure is shown with its stack. */
    private static final String DEBUG = "LONGHAUL_DEBUG";

    Longhaul() {}

    /** Runs a command, and ends this JVM with its status. */
    public static void main(String[] arguments) {
        // Never a warning of a library's between the lines of a command.
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new Longhaul())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler(Longhaul::misused)
                .setExecutionExceptionHandler(Longhaul::failed);
    }

    private static int misused(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        String name = command.getCommandSpec().qualifiedName();
        command.getErr()
                .println("longhaul: " + ShownText.line(String.valueOf(failure.getMessage())) + ". See " + name
                        + " --help.");
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static int failed(Exception failure, CommandLine command, ParseResult parsed) {
        PrintWriter err = command.getErr();
        boolean expected = failure instanceof IllegalArgumentException
                || failure instanceof IllegalStateException
                || failure instanceof StoreException
                || failure instanceof ContinuationException
                || failure instanceof FunctionException
                || failure instanceof IOException;
        err.println("longhaul: " + ShownText.line(expected ? message(failure) : "unexpected " + failure));
        if (System.getenv(DEBUG) != null) {
            failure.printStackTrace(err);
        } else if (!expected) {
            err.println("longhaul: set " + DEBUG + "=1 to see where");
        }
        return unavailable(failure) ? ExitCode.UNAVAILABLE : ExitCode.REFUSED;
    }

    private static String message(Exception failure) {
        return failure.getMessage() == null ? failure.toString() : failure.getMessage();
    }

    private static boolean unavailable(Exception failure) {
        return failure instanceof StoreUnavailableException
                || failure instanceof ContinuationException
                || failure instanceof FunctionException;
    }

    /** The version that the jar was built as. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = Longhaul.class.getPackage().getImplementationVersion();
            return new String[] {"longhaul " + (version == null ? "(not from its jar)" : version)};
        }
    }
}
