package dev.longhaul.local.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

final class ProcessMemoryTest {

    @Test
    void readsThePeakOfAProcess() {
        assertThat(ProcessMemory.parse("Name:\tjava\nVmPeak:\t 900000 kB\nVmHWM:\t   102401 kB\nVmRSS:\t 5 kB\n"))
                .hasValue(101);
    }

    @Test
    void knowsNothingOfADeadProcess() {
        assertThat(ProcessMemory.parse("Name:\tjava\nState:\tZ (zombie)\n")).isEmpty();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void asksTheSystem() {
        assertThat(ProcessMemory.peakMegabytes(ProcessHandle.current().pid()).orElse(0))
                .isGreaterThan(10);
    }
}
