// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.slice.Preparation;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;

/** The command line that makes a recorded run again. */
public final class Commands {
    private Commands() {}

    /** As a POSIX shell takes it. */
    public static String run(RunRecord run, ImageSetRecord set) {
        boolean table = set.kind() == ImageSetRecord.Kind.TABLE;
        Long model = run.spec().model();
        if (model != null) {
            List<String> words = new ArrayList<>(List.of("tessera", "apply", model.toString()));
            words.add(table ? "--features" : "--images");
            words.addAll(sources(set, table));
            return joined(words);
        }
        if (run.spec().clustering() instanceof ClusteringSpec.Consensus consensus) {
            List<String> words = new ArrayList<>(List.of("tessera", "consensus"));
            consensus.members().forEach(member -> words.add(member.toString()));
            add(words, "--clusters", run.parameterText("clusters"));
            return joined(words);
        }
        List<String> words = new ArrayList<>(List.of("tessera", "run"));
        words.add(table ? "--features" : "--images");
        words.addAll(sources(set, table));
        if (!table) {
            add(words, "--grid", run.parameterText("grid"));
            words.add("--mosaic");
            words.add(set.mosaicRows() + "x" + set.mosaicColumns());
            int page = set.images().get(0).info().file().page();
            add(words, "--page", page == 1 ? "" : Integer.toString(page));
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
        add(words, "--neighbors", run.parameterText("neighbors"));
        add(words, "--eps", run.parameterText("eps"));
        add(words, "--min-points", run.parameterText("min_points"));
        add(words, "--restarts", run.parameterText("restarts"));
        add(words, "--seed", run.parameterText("seed"));
        add(words, "--where-slice", run.parameterText("where_slice"));
        add(words, "--parent", run.parameterText("parent"));
        add(words, "--parent-clusters", run.parameterText("parent_clusters"));
        Preparation preparation = run.spec().preparation();
        if (preparation.flatField()) {
            words.add("--flat-field");
        }
        if (preparation.invert()) {
            words.add("--invert");
        }
        add(words, "--bin", run.parameterText("bin"));
        add(words, "--stride", run.parameterText("stride"));
        add(words, "--score-limit", run.parameterText("score_limit"));
        return joined(words);
    }

    private static String joined(List<String> words) {
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
