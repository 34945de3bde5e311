// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import static org.junit.Assert.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Test;

/** How long the launcher takes from its start to a usable window; printed, not judged. */
public class StartIT {
    private static final Pattern USABLE = Pattern.compile("usable after (\\d+) ms");
    private static final long PATIENCE_MILLIS = 120_000;

    @Test
    public void theWindowBecomesUsable() throws Exception {
        Path folder = Distribution.folder("start");
        Distribution.run("demo", "--out", folder.toString(), "--no-window");
        long first = start(folder);
        long again = start(folder);
        System.out.println("Start to usable window: " + first + " ms the first time, " + again + " ms after that");
        assertTrue(first > 0 && again > 0);
    }

    private static long start(Path folder) throws IOException, InterruptedException {
        Path log = folder.resolve("user/var/log/messages.log");
        Files.deleteIfExists(log);
        Process process = new ProcessBuilder(
                        Distribution.TARGET.resolve("tessera/bin/tessera").toString(),
                        "--jdkhome",
                        System.getProperty("java.home"),
                        "--userdir",
                        folder.resolve("user").toString(),
                        "--cachedir",
                        folder.resolve("cache").toString(),
                        "-J-Dtessera.store=" + folder.resolve("tessera.mv.db"))
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out.txt").toFile())
                .start();
        try {
            long end = System.currentTimeMillis() + PATIENCE_MILLIS;
            while (System.currentTimeMillis() < end) {
                if (Files.exists(log)) {
                    Matcher found = USABLE.matcher(Files.readString(log));
                    if (found.find()) {
                        return Long.parseLong(found.group(1));
                    }
                }
                Thread.sleep(50);
            }
            throw new AssertionError("the window never became usable; see " + log);
        } finally {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        }
    }
}
