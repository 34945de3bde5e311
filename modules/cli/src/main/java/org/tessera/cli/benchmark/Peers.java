// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.JsonText;

/** NumPy, scikit-learn and fastcluster, measured by a script that prints JSON; one thread each. */
final class Peers {
    private final Path script;

    Peers(Path script) {
        if (!Files.isReadable(script)) {
            throw new ProblemException("The peers' script is not at " + script
                    + "; set TESSERA_SHARED to the folder that holds peers/peers.py, or leave --peers out.");
        }
        this.script = script;
    }

    /** CPU seconds under one name of what the script prints. */
    double seconds(String field, String... arguments) {
        if (run(arguments).get(field) instanceof Number number) {
            return number.doubleValue();
        }
        throw new ProblemException("The peers' script printed no " + field + "; see " + script + ".");
    }

    /** What the script prints. */
    Map<String, Object> run(String... arguments) {
        List<String> command = new ArrayList<>(List.of("/usr/bin/python3", script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("OMP_NUM_THREADS", "1");
        builder.environment().put("OPENBLAS_NUM_THREADS", "1");
        builder.environment().put("PYTHONWARNINGS", "ignore");
        try {
            Process process = builder.start();
            String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (process.waitFor() != 0) {
                throw new ProblemException("The peers do not run here; install Debian's python3-sklearn"
                        + " python3-tifffile python3-fastcluster, or leave --peers out.");
            }
            return JsonText.read(printed);
        } catch (IOException e) {
            throw new ProblemException("The peers cannot be started (" + e.getMessage() + "); leave --peers out.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException("Interrupted while the peers ran.", e);
        }
    }
}
