// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.List;
import java.util.Locale;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;

/** What was done, as a paragraph for a paper, from the record alone. */
final class Methods {
    private static final List<String> NUMBERS =
            List.of("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine", "Ten");

    private Methods() {}

    static String paragraph(RunRecord run, ImageSetRecord set) {
        StringBuilder text = new StringBuilder();
        if (set.kind() == ImageSetRecord.Kind.IMAGES) {
            String grid = run.parameterText("grid").replace("x", " × ");
            text.append(run.images() == 1 ? "The image was" : "Each of the " + run.images() + " images was")
                    .append(" cut into ")
                    .append(grid)
                    .append(" slices, ")
                    .append(run.slices())
                    .append(" in all. ");
        } else {
            text.append("The feature table ")
                    .append(set.name())
                    .append(" has ")
                    .append(run.slices())
                    .append(" slices. ");
        }
        List<?> statistics = run.parameters().get("statistics") instanceof List<?> list ? list : List.of();
        int count = statistics.size();
        text.append(count < NUMBERS.size() ? NUMBERS.get(count) : Integer.toString(count))
                .append(count == 1 ? " statistic of each slice (" : " statistics of each slice (")
                .append(String.join(
                        ", ", statistics.stream().map(Object::toString).toList()))
                .append(count == 1 ? ") was " : ") were ");
        boolean standardized = Boolean.TRUE.equals(run.parameters().get("standardize"));
        text.append(standardized ? "standardised to z-scores" : "taken as measured");
        if (Boolean.TRUE.equals(run.parameters().get("pca"))) {
            text.append(", turned into ").append(components(run));
        }
        text.append(", and grouped into ")
                .append(run.parameterText("clusters"))
                .append(" clusters by ")
                .append(algorithm(run))
                .append('.');
        text.append(
                " Silhouette, Davies–Bouldin and Calinski–Harabasz scores were computed over all slices, without sampling.");
        text.append(" Tessera ")
                .append(run.provenance().programVersion())
                .append(" (engine ")
                .append(run.provenance().engineVersion())
                .append(") on Java ")
                .append(run.provenance().javaVersion())
                .append('.');
        return text.toString();
    }

    private static String components(RunRecord run) {
        double explained = run.explainedVarianceRatio().stream()
                .mapToDouble(Double::doubleValue)
                .sum();
        int kept = run.explainedVarianceRatio().size();
        boolean all = run.parameters().get("pca_components") == null;
        return (all ? "all " : "the first ") + kept + " principal components ("
                + String.format(Locale.ROOT, "%.1f", 100 * explained) + " % of the variance)";
    }

    private static String algorithm(RunRecord run) {
        return "kmeans".equals(run.parameterText("algorithm"))
                ? "k-means (k-means++ starts, the lowest inertia of " + run.parameterText("restarts")
                        + " restarts, seed " + run.parameterText("seed") + ")"
                : "agglomerative clustering (" + run.parameterText("linkage") + " linkage, "
                        + (run.parameterText("metric").equals("cosine") ? "cosine" : "Euclidean") + " distance)";
    }
}
