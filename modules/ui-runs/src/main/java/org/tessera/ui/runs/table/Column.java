// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;

/**
 * A column of the table.
 *
 * @param field see {@link RunFields}; or {@link #SIZES}
 * @param title over it
 * @param score if it is one
 */
record Column(String field, String title, Optional<ScoreName> score) {
    /** The bar of the sizes of a run's clusters: no field. */
    static final String SIZES = "cluster_sizes";

    private static final Map<String, String> TITLES = Map.ofEntries(
            Map.entry("starred", "★"),
            Map.entry("id", "Run"),
            Map.entry("pca", "PCA"),
            Map.entry("pca_components", "PCs"),
            Map.entry("smallest", "Smallest cluster"),
            Map.entry("image_set", "Image set"),
            Map.entry("same_labels_as", "Same partition as"),
            Map.entry(SIZES, "Sizes"));

    private static final Map<Metric, String> SHORT = Map.of(
            Metric.SILHOUETTE, "Silhouette",
            Metric.DAVIES_BOULDIN, "Davies–Bouldin ↓",
            Metric.CALINSKI_HARABASZ, "Calinski–Har.",
            Metric.INERTIA, "Inertia ↓");

    /** The fields that are shown at first. */
    static final List<String> DEFAULT = List.of(
            "starred",
            "id",
            "grid",
            "slices",
            "clusters",
            "silhouette",
            "silhouette_raw_features",
            "davies_bouldin",
            "calinski_harabasz",
            "smallest",
            SIZES,
            "name",
            "tags");

    static Column of(String field) {
        Optional<ScoreName> score = ScoreName.ofId(field);
        String title = score.map(Column::title).orElseGet(() -> TITLES.getOrDefault(field, sentence(field)));
        return new Column(field, title, score);
    }

    private static String title(ScoreName score) {
        String space = score.space() == Space.CLUSTERED
                ? "clustered"
                : score.space() == Space.RAW_FEATURES ? "raw" : "standardised";
        return SHORT.getOrDefault(score.metric(), score.metric().label())
                + (score.metric() == Metric.INERTIA ? "" : ", " + space);
    }

    private static String sentence(String field) {
        String words = field.replace('_', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Every column that these runs have, in the order of the fields. */
    static List<Column> all(List<RunRecord> runs) {
        List<Column> columns = new ArrayList<>();
        RunFields.names(runs).forEach(field -> columns.add(of(field)));
        columns.add(of(SIZES));
        return columns;
    }

    /** Whether its values stand at the right. */
    boolean isNumber() {
        return score.isPresent()
                || List.of(
                                "id",
                                "grid",
                                "slices",
                                "clusters",
                                "smallest",
                                "images",
                                "seed",
                                "restarts",
                                "pca_components",
                                "sweep")
                        .contains(field);
    }

    /** Pixels at first. */
    int width() {
        return score.isPresent()
                ? Math.max(144, 20 + 6 * title.length())
                : switch (field) {
                    case "starred" -> 28;
                    case "id" -> 56;
                    case "name", "note", "tags", "statistics", "started", "image_set" -> 140;
                    case SIZES -> 130;
                    case "smallest" -> 110;
                    case "grid", "slices", "clusters" -> 72;
                    default -> 84;
                };
    }
}
