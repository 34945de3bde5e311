// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import org.tessera.engine.run.Pipeline;
import org.tessera.store.Provenance;

/** What this process records about itself. */
public final class Provenances {
    private Provenances() {}

    /** The version of Tessera, such as {@code 1.0.0}. */
    public static String programVersion() {
        Properties properties = new Properties();
        try (InputStream in = Provenances.class.getResourceAsStream("version.properties")) {
            if (in != null) {
                properties.load(in);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }

    /** This program on this machine; no user's or host's name. */
    public static Provenance ofThisProcess() {
        return new Provenance(
                Pipeline.VERSION,
                programVersion(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.runtime.version"),
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " "
                        + System.getProperty("os.arch"));
    }
}
