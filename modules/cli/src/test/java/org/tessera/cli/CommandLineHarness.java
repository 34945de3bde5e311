// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs commands in this process on a store of their own. */
final class CommandLineHarness {
    private final Path folder;

    CommandLineHarness(Path folder) {
        this.folder = folder;
    }

    /** What a command printed and how it ended. */
    record Ended(int status, String out, String err) {
        Map<String, Object> json() {
            try {
                return JSON.std.mapFrom(out);
            } catch (IOException e) {
                throw new AssertionError("not one JSON document: " + out, e);
            }
        }
    }

    Path store() {
        return folder.resolve("store.mv.db");
    }

    /** A command on the harness's store. */
    Ended run(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        if (!List.of("features").contains(words[0])) {
            all.addAll(List.of("--store", store()));
        }
        return plain(all.toArray());
    }

    /** A command as it is. */
    Ended plain(Object... words) {
        PrintStream out = System.out;
        PrintStream err = System.err;
        ByteArrayOutputStream capturedOut = new ByteArrayOutputStream();
        ByteArrayOutputStream capturedErr = new ByteArrayOutputStream();
        System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
        try {
            String[] args = new String[words.length];
            for (int i = 0; i < args.length; i++) {
                args[i] = words[i].toString();
            }
            int status = Main.run(folder.resolve("tessera.log"), args);
            return new Ended(
                    status, capturedOut.toString(StandardCharsets.UTF_8), capturedErr.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(out);
            System.setErr(err);
        }
    }
}
