// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ClusterColours;
import org.tessera.charts.GreyRange;
import org.tessera.engine.slice.SliceRect;
import org.tessera.tracking.RunDetails;
import org.tessera.ui.viewer.mosaic.Pyramid;
import org.tessera.ui.viewer.mosaic.Viewport;

/**
 * What the viewer shows. Picture and details are of one image set, so that heats are never drawn over another.
 *
 * @param mosaic its pixels, or null while there is none
 * @param range of grey in which it is shown
 * @param details of the run painted over it, or null for the bare mosaic
 * @param sentence in place of a picture where there is none
 * @param notice what is missing though a picture is shown; empty for nothing
 * @param overlay how it is painted
 * @param imageNames names of the images in order
 * @param heat painted in place of the clusters; null for the clusters
 * @param selected places of the slices that stand bright while the others are dimmed
 * @param look how clusters are coloured, named and ordered
 * @param ghostOf the recorded run that what is live is compared with; null where nothing is live or none is selected
 */
public record ViewerState(
        @Nullable Pyramid mosaic,
        GreyRange range,
        @Nullable RunDetails details,
        String sentence,
        String notice,
        Overlay overlay,
        List<String> imageNames,
        @Nullable Heat heat,
        List<Integer> selected,
        ShownClusters look,
        @Nullable RunDetails ghostOf) {
    private static final GreyRange ANY = new GreyRange(0, GreyRange.MOST);

    /** Nothing. */
    public static final ViewerState EMPTY = new ViewerState(
            null,
            ANY,
            null,
            "Add images, or select a run to see it.",
            "",
            Overlay.DEFAULT,
            List.of(),
            null,
            List.of(),
            ShownClusters.NONE,
            null);

    public ViewerState {
        imageNames = List.copyOf(imageNames);
        selected = List.copyOf(selected);
    }

    /** The name of an image, by its place in the mosaic's order. */
    public String imageName(int image) {
        return image < imageNames.size() ? imageNames.get(image) : "";
    }

    /** The slices of the ghost that are framed: those outside its quiet clusters, see {@link ClusterColours}. */
    public List<Integer> framed() {
        RunDetails of = ghostOf;
        ClusterColours colours =
                ClusterColours.of(of == null ? 0 : of.run().clusterSizes().size());
        return of == null || !overlay.ghost()
                ? List.of()
                : IntStream.range(0, of.labels().size())
                        .filter(slice -> of.labels().get(slice) >= 0
                                && !colours.isQuiet(of.labels().get(slice)))
                        .boxed()
                        .toList();
    }

    public ViewerState with(@Nullable Pyramid other, @Nullable RunDetails run, String instead, String missing) {
        boolean sameRun = details != null
                && run != null
                && details.run().id() == run.run().id();
        boolean sameSlices =
                sameRun && details != null && run != null && details.refs().equals(run.refs());
        return new ViewerState(
                other,
                range,
                run,
                instead,
                missing,
                sameRun ? overlay : overlay.withHidden(Set.of()),
                imageNames,
                run == null || heat == null ? null : kept(heat.of(), run, sameSlices),
                selected,
                look,
                ghostOf);
    }

    public ViewerState withImageNames(List<String> names) {
        return new ViewerState(mosaic, range, details, sentence, notice, overlay, names, heat, selected, look, ghostOf);
    }

    public ViewerState withOverlay(Overlay other) {
        return new ViewerState(
                mosaic, range, details, sentence, notice, other, imageNames, heat, selected, look, ghostOf);
    }

    /** What is painted in place of the clusters of another run: the same of its slices; likeness only of the same slices. */
    private static @Nullable Heat kept(HeatOf of, RunDetails run, boolean sameSlices) {
        return of instanceof HeatOf.Like && !sameSlices ? null : of.of(run).orElse(null);
    }

    /** With a number of each slice in place of the clusters, or the clusters. */
    public ViewerState withHeatOf(@Nullable HeatOf of) {
        RunDetails run = details;
        Heat other = of == null || run == null ? null : of.of(run).orElse(null);
        return new ViewerState(
                mosaic, range, details, sentence, notice, overlay, imageNames, other, selected, look, ghostOf);
    }

    /** The slice at a point of the mosaic, or -1. */
    int sliceAt(double x, double y) {
        RunDetails of = details;
        if (of == null || mosaic == null) {
            return -1;
        }
        for (int i = 0; i < of.slices().size(); i++) {
            SliceRect slice = of.slices().get(i);
            if (x >= slice.x() && y >= slice.y() && x < slice.x() + slice.width() && y < slice.y() + slice.height()) {
                return i;
            }
        }
        return -1;
    }

    /** The slices that an area of the window touches. */
    List<Integer> touched(Rectangle area, Viewport viewport) {
        RunDetails of = details;
        return of == null
                ? List.of()
                : IntStream.range(0, of.slices().size())
                        .filter(i -> viewport.onScreen(of.slices().get(i)).intersects(area))
                        .boxed()
                        .toList();
    }

    /** What can be painted in place of the clusters. */
    public List<HeatOf> heats() {
        RunDetails run = details;
        if (run == null || run.measured().isEmpty()) {
            return List.of();
        }
        List<HeatOf> heats = new ArrayList<>();
        if (!run.measured().get().silhouettes().isEmpty()) {
            heats.add(new HeatOf.Silhouettes());
        }
        run.measured().get().kept().keySet().stream().sorted().forEach(name -> heats.add(new HeatOf.Kept(name)));
        run.measured().get().features().statistics().forEach(id -> heats.add(new HeatOf.Statistic(id)));
        return heats;
    }

    public ViewerState withSelected(List<Integer> places) {
        return new ViewerState(
                mosaic, range, details, sentence, notice, overlay, imageNames, heat, places, look, ghostOf);
    }

    public ViewerState withLook(ShownClusters other) {
        return new ViewerState(
                mosaic, range, details, sentence, notice, overlay, imageNames, heat, selected, other, ghostOf);
    }

    /** The colours of the clusters in the map that is chosen. */
    public ClusterColours colours() {
        return look.colours().in(overlay.colours());
    }

    public ViewerState withRange(GreyRange other) {
        return new ViewerState(
                mosaic, other, details, sentence, notice, overlay, imageNames, heat, selected, look, ghostOf);
    }

    /** The mosaic with nothing over it. */
    public ViewerState bare() {
        return new ViewerState(mosaic, range, null, sentence, notice, overlay, imageNames, null, List.of(), look, null);
    }

    public ViewerState withGhostOf(@Nullable RunDetails run) {
        return new ViewerState(
                mosaic, range, details, sentence, notice, overlay, imageNames, heat, selected, look, run);
    }
}
