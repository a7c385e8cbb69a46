package dev.longhaul.benchmarks.compile;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;

/** One compilation in a fresh JVM; prints the nanoseconds of CPU that its thread and the JVM used from its start. */
final class ColdMain {

    private ColdMain() {}

    public static void main(String[] args) {
        new Compilation(args[0], Path.of(args[1]), Path.of(args[2])).compile();
        OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        System.out.println(
                ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() + " " + system.getProcessCpuTime());
    }
}
