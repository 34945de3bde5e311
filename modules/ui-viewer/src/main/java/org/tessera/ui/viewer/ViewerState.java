// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ClusterPalette;
import org.tessera.charts.ColourMap;
import org.tessera.charts.Heatmap;
import org.tessera.charts.MosaicPicture;
import org.tessera.tracking.RunDetails;

/**
 * What the viewer shows. Picture and details are of one image set, so that heats are never drawn over another.
 *
 * @param picture of the mosaic, or null while there is none
 * @param details of the run painted over it, or null for the bare mosaic
 * @param sentence in place of a picture where there is none
 * @param notice what is missing though a picture is shown; empty for nothing
 * @param opacity of the overlay, 0..1
 * @param colours of the clusters
 * @param hidden clusters that are switched off
 * @param borders whether every slice has a border
 * @param imageNames names of the images in order
 * @param heat painted in place of the clusters; null for the clusters
 * @param ghostOf the recorded run that what is live is compared with; null where nothing is live or none is selected
 * @param ghost whether the slices that it found are framed
 */
record ViewerState(
        @Nullable MosaicPicture picture,
        @Nullable RunDetails details,
        String sentence,
        String notice,
        double opacity,
        ColourMap colours,
        Set<Integer> hidden,
        boolean borders,
        List<String> imageNames,
        @Nullable Heat heat,
        @Nullable RunDetails ghostOf,
        boolean ghost) {
    /**
     * How like a slice the others are.
     *
     * @param slice its place among all slices
     * @param similarity of each slice, -1 to 1; NaN for those left out
     */
    record Heat(int slice, List<Double> similarity) {
        Heat {
            similarity = List.copyOf(similarity);
        }
    }

    static final ViewerState EMPTY = new ViewerState(
            null,
            null,
            "Add images, or select a run to see it.",
            "",
            Heatmap.DEFAULT_OPACITY,
            ColourMap.CLUSTERS,
            Set.of(),
            false,
            List.of(),
            null,
            null,
            true);

    ViewerState {
        hidden = Set.copyOf(hidden);
        imageNames = List.copyOf(imageNames);
    }

    /** How many clusters have slices. */
    int clusters() {
        return details == null ? 0 : details.run().clusterSizes().size();
    }

    /** The name of an image, by its place in the mosaic's order. */
    String imageName(int image) {
        return image < imageNames.size() ? imageNames.get(image) : "";
    }

    /** The slices of the ghost that are framed: those outside its quiet clusters, see {@link ClusterPalette}. */
    List<Integer> framed() {
        RunDetails of = ghostOf;
        return of == null || !ghost
                ? List.of()
                : IntStream.range(0, of.labels().size())
                        .filter(slice -> of.labels().get(slice) >= 0
                                && !ClusterPalette.isQuiet(
                                        of.labels().get(slice),
                                        of.run().clusterSizes().size()))
                        .boxed()
                        .toList();
    }

    ViewerState with(@Nullable MosaicPicture other, @Nullable RunDetails run, String instead, String missing) {
        boolean sameRun = details != null
                && run != null
                && details.run().id() == run.run().id();
        boolean sameSlices =
                sameRun && details != null && run != null && details.refs().equals(run.refs());
        return new ViewerState(
                other,
                run,
                instead,
                missing,
                opacity,
                colours,
                sameRun ? hidden : Set.of(),
                borders,
                imageNames,
                sameSlices ? heat : null,
                ghostOf,
                ghost);
    }

    ViewerState withImageNames(List<String> names) {
        return new ViewerState(
                picture, details, sentence, notice, opacity, colours, hidden, borders, names, heat, ghostOf, ghost);
    }

    ViewerState withOverlay(double otherOpacity, ColourMap otherColours, boolean otherBorders) {
        return new ViewerState(
                picture,
                details,
                sentence,
                notice,
                otherOpacity,
                otherColours,
                hidden,
                otherBorders,
                imageNames,
                heat,
                ghostOf,
                ghost);
    }

    ViewerState withHidden(Set<Integer> other) {
        return new ViewerState(
                picture, details, sentence, notice, opacity, colours, other, borders, imageNames, heat, ghostOf, ghost);
    }

    ViewerState withHeat(@Nullable Heat other) {
        return new ViewerState(
                picture,
                details,
                sentence,
                notice,
                opacity,
                colours,
                hidden,
                borders,
                imageNames,
                other,
                ghostOf,
                ghost);
    }

    ViewerState withGhostOf(@Nullable RunDetails run) {
        return new ViewerState(
                picture, details, sentence, notice, opacity, colours, hidden, borders, imageNames, heat, run, ghost);
    }

    ViewerState withGhost(boolean shown) {
        return new ViewerState(
                picture,
                details,
                sentence,
                notice,
                opacity,
                colours,
                hidden,
                borders,
                imageNames,
                heat,
                ghostOf,
                shown);
    }
}
