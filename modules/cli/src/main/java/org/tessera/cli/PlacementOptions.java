// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tessera.store.Placement;
import picocli.CommandLine.Option;

/** Where runs are filed. */
final class PlacementOptions {
    @Option(
            names = "--project",
            paramLabel = "P",
            defaultValue = Placement.DEFAULT_PROJECT,
            description = "Project to file under (default: ${DEFAULT-VALUE}).")
    private String project = Placement.DEFAULT_PROJECT;

    @Option(
            names = "--experiment",
            paramLabel = "E",
            defaultValue = Placement.DEFAULT_EXPERIMENT,
            description = "Experiment to file under (default: ${DEFAULT-VALUE}).")
    private String experiment = Placement.DEFAULT_EXPERIMENT;

    @Option(names = "--name", description = "A name for the run.")
    private @Nullable String name;

    @Option(names = "--note", description = "A note on the run.")
    private @Nullable String note;

    @Option(names = "--tag", split = ",", description = "Tags, several with commas.")
    private @Nullable List<String> tags;

    @Option(names = "--again", description = "Record although an identical run is known.")
    private boolean again;

    Placement placement() {
        return new Placement(project, experiment, name, note, tags == null ? List.of() : tags);
    }

    boolean again() {
        return again;
    }
}
