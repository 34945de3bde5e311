// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;

/** The command line that makes a recorded run again. */
public final class Commands {
    private Commands() {}

    /** As a POSIX shell takes it. */
    public static String run(RunRecord run, ImageSetRecord set) {
        List<String> words = new ArrayList<>(List.of("tessera", "run"));
        boolean table = set.kind() == ImageSetRecord.Kind.TABLE;
        words.add(table ? "--features" : "--images");
        words.addAll(sources(set, table));
        if (!table) {
            add(words, "--grid", run.parameterText("grid"));
            words.add("--mosaic");
            words.add(set.mosaicRows() + "x" + set.mosaicColumns());
        }
        add(words, "--clusters", run.parameterText("clusters"));
        add(words, "--statistics", run.parameterText("statistics"));
        words.add(Boolean.TRUE.equals(run.parameters().get("standardize")) ? "--standardize" : "--no-standardize");
        boolean pca = Boolean.TRUE.equals(run.parameters().get("pca"));
        words.add(pca ? "--pca" : "--no-pca");
        add(words, "--pca-components", run.parameterText("pca_components"));
        add(words, "--algorithm", run.parameterText("algorithm"));
        add(words, "--linkage", run.parameterText("linkage"));
        add(words, "--metric", run.parameterText("metric"));
        add(words, "--restarts", run.parameterText("restarts"));
        add(words, "--seed", run.parameterText("seed"));
        add(words, "--where-slice", run.parameterText("where_slice"));
        add(words, "--parent", run.parameterText("parent"));
        add(words, "--parent-clusters", run.parameterText("parent_clusters"));
        return words.stream().map(Commands::quoted).collect(Collectors.joining(" "));
    }

    private static List<String> sources(ImageSetRecord set, boolean table) {
        List<Path> paths =
                set.images().stream().map(image -> image.info().file().path()).toList();
        if (table) {
            return List.of(paths.get(0).toString());
        }
        Set<Path> folders = paths.stream()
                .map(path -> Objects.requireNonNull(path.getParent()))
                .collect(Collectors.toSet());
        return folders.size() == 1
                ? List.of(folders.iterator().next().toString())
                : paths.stream().map(Path::toString).toList();
    }

    private static void add(List<String> words, String option, String value) {
        if (!value.isEmpty()) {
            words.add(option);
            words.add(value);
        }
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./,:=@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
