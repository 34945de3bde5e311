// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.lang.management.ManagementFactory;

/** CPU seconds of this process, all threads, the virtual machine's own included. */
final class CpuClock {
    private static final long LEAST_NANOS = 400_000_000L;

    private CpuClock() {}

    /** CPU seconds that some work takes, on average over as many goes as the clock's coarse ticks ask for. */
    static double seconds(Runnable work) {
        long start = nanos();
        long spent;
        int goes = 0;
        do {
            work.run();
            goes++;
            spent = nanos() - start;
        } while (spent < LEAST_NANOS);
        return spent / 1e9 / goes;
    }

    private static long nanos() {
        if (ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system) {
            return system.getProcessCpuTime();
        }
        return System.nanoTime();
    }

    /** Seconds of a fixed loop of additions and multiplications: how fast the machine is at the moment. */
    static double calibration() {
        double[] sink = {1};
        return seconds(() -> {
            double x = sink[0];
            for (int i = 0; i < 100_000_000; i++) {
                x = x * 1.0000001 + 1e-9;
            }
            sink[0] = x;
        });
    }
}
