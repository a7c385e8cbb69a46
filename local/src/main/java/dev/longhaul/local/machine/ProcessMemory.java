package dev.longhaul.local.machine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The largest resident size that a process has had, where the system tells: Linux, of a living process. */
public final class ProcessMemory {

    private static final Pattern PEAK = Pattern.compile("^VmHWM:\\s+(\\d+) kB$", Pattern.MULTILINE);
    private static final int KILOBYTES = 1024;

    private ProcessMemory() {}

    /** In megabytes, rounded up; empty where the process is gone or the system does not tell. */
    public static OptionalInt peakMegabytes(long pid) {
        try {
            return parse(Files.readString(Path.of("/proc", Long.toString(pid), "status")));
        } catch (IOException goneOrNotLinux) {
            return OptionalInt.empty();
        }
    }

    static OptionalInt parse(String status) {
        Matcher peak = PEAK.matcher(status);
        return peak.find()
                ? OptionalInt.of((Integer.parseInt(peak.group(1)) + KILOBYTES - 1) / KILOBYTES)
                : OptionalInt.empty();
    }
}
