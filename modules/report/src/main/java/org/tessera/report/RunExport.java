// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.Arrays;
import java.util.List;
import org.tessera.charts.ClusterColours;
import org.tessera.charts.ColourMap;
import org.tessera.charts.GreyMosaic;
import org.tessera.charts.Heatmap;
import org.tessera.charts.MosaicPicture;
import org.tessera.charts.ValueHeatmap;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoredImage;

/** What leaves the store with a run: its labels as a table, its heatmap. */
public final class RunExport {
    private final Store store;
    private final GrayImageReader reader = new GrayImageReader();

    /** @param store where the runs are */
    public RunExport(Store store) {
        this.store = store;
    }

    /** The labels as CSV: header {@code image,row,column,label}, a line a slice, the label empty for none. */
    public String labelsCsv(RunRecord run) {
        ImageSetRecord set = store.imageSet(run.imageSet());
        int[] labels = store.labels(run.id());
        List<SliceRef> slices = slices(run, set);
        return SliceCsv.of(
                set.images().stream().map(image -> image.info().file().name()).toList(),
                slices,
                List.of("label"),
                i -> List.of(labels[i] < 0 ? "" : Integer.toString(labels[i])));
    }

    private List<SliceRef> slices(RunRecord run, ImageSetRecord set) {
        return store.slices(run.id())
                .orElseGet(() -> ImageSlices.refs(ImageSlices.of(run.slicing().orElseThrow(), set.layout())));
    }

    /**
     * The heatmap of a run, from its images as they are now.
     *
     * @param longestSide the most pixels of the picture's longer side
     * @throws ProblemException if the run has no images, or one is gone or has changed since
     */
    public Heatmap heatmap(RunRecord run, int longestSide, double opacity) {
        return heatmap(run, slicing(run), mosaic(run, longestSide), opacity);
    }

    /** The heatmap of a run over a mosaic painted before. */
    Heatmap heatmap(RunRecord run, Slicing slicing, MosaicPicture mosaic, double opacity) {
        return new Heatmap(
                mosaic,
                SliceRect.of(mosaic.layout(), slicing),
                Arrays.stream(store.labels(run.id())).boxed().toList(),
                ClusterColours.of(run.clusterSizes().size(), run.clusters().colours()),
                opacity);
    }

    /**
     * Values of a run's slices over its images as they are now.
     *
     * @param values of each slice, NaN for none
     * @param least value of the first colour
     * @param most value of the last colour
     * @param longestSide the most pixels of the picture's longer side
     * @throws ProblemException if the run has no images, or one is gone or has changed since
     */
    public ValueHeatmap heatmap(
            RunRecord run, List<Double> values, double least, double most, int longestSide, double opacity) {
        Slicing slicing = slicing(run);
        MosaicPicture mosaic = mosaic(run, longestSide);
        return new ValueHeatmap(
                mosaic, SliceRect.of(mosaic.layout(), slicing), values, least, most, ColourMap.RD_YL_GN, opacity);
    }

    private static Slicing slicing(RunRecord run) {
        return run.slicing()
                .orElseThrow(() -> new ProblemException("Run " + run.id()
                        + " was made from a feature table, so there is no image to paint; export its labels."));
    }

    /** The mosaic of a run, from its images as they are now. */
    MosaicPicture mosaic(RunRecord run, int longestSide) {
        ImageSetRecord set = store.imageSet(run.imageSet());
        GreyMosaic.Painter painter = GreyMosaic.Painter.within(set.layout(), longestSide);
        for (int i = 0; i < set.images().size(); i++) {
            StoredImage stored = set.images().get(i);
            ImageFile file = stored.info().file();
            GrayImageReader.Loaded loaded = reader.read(file, Monitor.none());
            if (!loaded.info().pixelSha256().equals(stored.info().pixelSha256())) {
                throw new ProblemException("The image " + file.path() + " has changed since run " + run.id()
                        + " was made; put the original back.");
            }
            painter.paint(i, loaded.image());
        }
        return painter.mosaic().picture();
    }
}
