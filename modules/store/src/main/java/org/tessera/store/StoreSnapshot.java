// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.List;
import java.util.Optional;

/**
 * What is in a store at one moment.
 *
 * @param mark changes when the contents change
 * @param projects in alphabetical order
 * @param imageSets oldest first
 * @param experiments oldest first
 * @param sweeps oldest first
 * @param runs oldest first
 */
public record StoreSnapshot(
        String mark,
        List<String> projects,
        List<ImageSetEntry> imageSets,
        List<ExperimentEntry> experiments,
        List<SweepRecord> sweeps,
        List<RunRecord> runs) {
    /** Nothing. */
    public static final StoreSnapshot EMPTY =
            new StoreSnapshot("", List.of(), List.of(), List.of(), List.of(), List.of());

    /**
     * An image set of a project.
     *
     * @param id its number
     * @param project name of its project
     * @param set what it is
     */
    public record ImageSetEntry(long id, String project, ImageSetRecord set) {}

    /**
     * An experiment of a project.
     *
     * @param project name of its project
     * @param name its name
     */
    public record ExperimentEntry(String project, String name) {}

    public StoreSnapshot {
        projects = List.copyOf(projects);
        imageSets = List.copyOf(imageSets);
        experiments = List.copyOf(experiments);
        sweeps = List.copyOf(sweeps);
        runs = List.copyOf(runs);
    }

    /** A run by its number. */
    public Optional<RunRecord> run(long id) {
        return runs.stream().filter(run -> run.id() == id).findFirst();
    }

    /** An image set by its number. */
    public Optional<ImageSetEntry> imageSet(long id) {
        return imageSets.stream().filter(set -> set.id() == id).findFirst();
    }

    /** The runs of a sweep, those that were known when it asked for them included, oldest first. */
    public List<RunRecord> runsOfSweep(long sweep) {
        return sweep(sweep)
                .map(found -> runs.stream().filter(found::has).toList())
                .orElse(List.of());
    }

    /** A sweep by its number. */
    public Optional<SweepRecord> sweep(long id) {
        return sweeps.stream().filter(sweep -> sweep.id() == id).findFirst();
    }
}
