package dev.longhaul.cli;

import java.io.IOException;
import java.util.List;

/** Where a function's log is read from. */
interface LogSource {

    /** The lines that have come since the last call, in order. */
    List<LogEvent> next() throws IOException;
}
