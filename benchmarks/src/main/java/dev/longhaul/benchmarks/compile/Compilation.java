package dev.longhaul.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.spi.ToolProvider;

/** One run of javac in this JVM, as its command does it: every run loads the processor anew. */
final class Compilation {

    private static final ToolProvider JAVAC = ToolProvider.findFirst("javac").orElseThrow();

    private final String id;
    private final Path arguments;
    private final Path output;

    Compilation(String id, Path arguments, Path output) {
        this.id = id;
        this.arguments = arguments;
        this.output = output;
    }

    /** Compiles, and takes the times. */
    Sample time() {
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long cpu = system.getProcessCpuTime();
        long thread = threads.getCurrentThreadCpuTime();
        long wall = System.nanoTime();
        compile();
        return new Sample(
                id,
                System.nanoTime() - wall,
                threads.getCurrentThreadCpuTime() - thread,
                system.getProcessCpuTime() - cpu);
    }

    /** Compiles. */
    void compile() {
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        if (JAVAC.run(out, out, "@" + arguments) != 0) {
            throw new IllegalStateException(id + " does not compile:\n" + said);
        }
    }

    /** Removes what an earlier run wrote. */
    void clear() throws IOException {
        Folder.delete(output);
        Files.createDirectories(output);
    }
}
