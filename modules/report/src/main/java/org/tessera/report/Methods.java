// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.cluster.ClusteringSpec;
import org.tessera.engine.cluster.Distance;
import org.tessera.engine.slice.Preparation;
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
                    .append(" in all. ")
                    .append(prepared(run.spec().preparation()));
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
        Long model = run.spec().model();
        text.append(", and grouped into ")
                .append(run.clusterSizes().size())
                .append(" clusters by ")
                .append(algorithm(run.spec().clustering()))
                .append(
                        model == null
                                ? ""
                                : "; scaling, components and clusters are those of run " + model + ", applied")
                .append('.');
        boolean sampled = run.scores().keySet().stream().anyMatch(name -> name.startsWith("silhouette_sampled"));
        text.append(
                sampled
                        ? " Davies–Bouldin and Calinski–Harabasz scores were computed over all slices, the silhouette of "
                                + run.spec().scoreLimit() + " drawn at random, each against all."
                        : " Silhouette, Davies–Bouldin and Calinski–Harabasz scores were computed over all slices,"
                                + " without sampling.");
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

    private static String prepared(Preparation preparation) {
        List<String> steps = new ArrayList<>();
        if (preparation.flatField()) {
            steps.add("Uneven lighting, a second-order surface fitted robustly to the block means of all images, was"
                    + " divided out.");
        }
        if (preparation.invert()) {
            steps.add("Grey values were inverted.");
        }
        if (preparation.bin() > 1) {
            steps.add("Pixels were binned " + preparation.bin() + " × " + preparation.bin() + ".");
        }
        if (preparation.stride() > 0) {
            steps.add("Slices overlapped, one every " + preparation.stride() + " pixels.");
        }
        return steps.isEmpty() ? "" : String.join(" ", steps) + " ";
    }

    private static String algorithm(ClusteringSpec spec) {
        if (spec instanceof ClusteringSpec.KMeans kmeans) {
            return kmeans(kmeans.restarts(), kmeans.seed());
        } else if (spec instanceof ClusteringSpec.Hierarchical hierarchical) {
            return "agglomerative clustering (" + hierarchical.linkage().id() + " linkage, "
                    + (hierarchical.distance() == Distance.COSINE ? "cosine" : "Euclidean") + " distance)";
        } else if (spec instanceof ClusteringSpec.GaussianMixture mixture) {
            return "a mixture of Gaussians with full covariances, fitted by expectation maximisation from "
                    + kmeans(mixture.restarts(), mixture.seed());
        } else if (spec instanceof ClusteringSpec.Spectral spectral) {
            return "spectral clustering of the graph of " + spectral.neighbours()
                    + " nearest neighbours with locally scaled affinities, by "
                    + kmeans(spectral.restarts(), spectral.seed());
        } else if (spec instanceof ClusteringSpec.Dbscan dbscan) {
            return "DBSCAN (at least " + dbscan.minPoints() + " points within "
                    + (dbscan.eps() == 0 ? "an eps at the knee of the distances" : "eps " + dbscan.eps()) + ")";
        }
        if (spec instanceof ClusteringSpec.Consensus consensus) {
            return "the consensus of " + consensus.members().size()
                    + " runs (average linkage of the shares in which two slices are in one cluster)";
        }
        throw new IllegalArgumentException(spec.toString());
    }

    private static String kmeans(int restarts, long seed) {
        return "k-means (k-means++ starts, the lowest inertia of " + restarts + " restarts, seed " + seed + ")";
    }
}
