// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import org.tessera.engine.image.ImageScanner;
import picocli.CommandLine.Option;

/** Which files of a folder are images. */
final class PatternOption {
    @Option(
            names = "--pattern",
            defaultValue = ImageScanner.DEFAULT_PATTERN,
            paramLabel = "GLOB",
            description = "Which files of a folder are images (default: ${DEFAULT-VALUE}).")
    private String pattern = ImageScanner.DEFAULT_PATTERN;

    String glob() {
        return pattern;
    }
}
