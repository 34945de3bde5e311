// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tessera.charts.Heatmap;
import org.tessera.charts.MosaicPicture;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
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
        StringBuilder csv = new StringBuilder("image,row,column,label\n");
        for (int i = 0; i < labels.length; i++) {
            SliceRef slice = slices.get(i);
            csv.append(Csv.field(set.images().get(slice.image()).info().file().name()))
                    .append(',')
                    .append(slice.row())
                    .append(',')
                    .append(slice.column())
                    .append(',')
                    .append(labels[i] < 0 ? "" : Integer.toString(labels[i]))
                    .append('\n');
        }
        return csv.toString();
    }

    private List<SliceRef> slices(RunRecord run, ImageSetRecord set) {
        return store.slices(run.id()).orElseGet(() -> {
            Grid grid = grid(run).orElseThrow();
            List<SliceRef> slices = new ArrayList<>();
            for (int image = 0; image < set.images().size(); image++) {
                for (int i = 0; i < grid.slices(); i++) {
                    slices.add(new SliceRef(image, i / grid.columns(), i % grid.columns()));
                }
            }
            return slices;
        });
    }

    /** The grid of a run; empty where it was made from a feature table. */
    static Optional<Grid> grid(RunRecord run) {
        return run.parameters().get("grid") instanceof String grid ? Optional.of(Grid.parse(grid)) : Optional.empty();
    }

    /**
     * The heatmap of a run, from its images as they are now.
     *
     * @param longestSide the most pixels of the picture's longer side
     * @throws ProblemException if the run has no images, or one is gone or has changed since
     */
    public Heatmap heatmap(RunRecord run, int longestSide, double opacity) {
        Grid grid = grid(run)
                .orElseThrow(() -> new ProblemException("Run " + run.id()
                        + " was made from a feature table, so there is no image to paint; export its labels."));
        return heatmap(run, grid, mosaic(run, longestSide), opacity);
    }

    /** The heatmap of a run over a mosaic painted before. */
    Heatmap heatmap(RunRecord run, Grid grid, MosaicPicture mosaic, double opacity) {
        return new Heatmap(
                mosaic,
                SliceRect.of(mosaic.layout(), grid),
                Arrays.stream(store.labels(run.id())).boxed().toList(),
                run.clusterSizes().size(),
                opacity);
    }

    /** The mosaic of a run, from its images as they are now. */
    MosaicPicture mosaic(RunRecord run, int longestSide) {
        ImageSetRecord set = store.imageSet(run.imageSet());
        MosaicPicture.Painter painter = new MosaicPicture.Painter(set.layout(), longestSide);
        for (int i = 0; i < set.images().size(); i++) {
            StoredImage stored = set.images().get(i);
            ImageFile file = stored.info().file();
            GrayImageReader.Loaded loaded = reader.read(file);
            if (!loaded.info().pixelSha256().equals(stored.info().pixelSha256())) {
                throw new ProblemException("The image " + file.path() + " has changed since run " + run.id()
                        + " was made; put the original back.");
            }
            painter.paint(i, loaded.image());
        }
        return painter.picture();
    }
}
