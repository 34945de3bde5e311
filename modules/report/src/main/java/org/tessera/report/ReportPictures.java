// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tessera.charts.Heatmap;
import org.tessera.charts.MosaicPicture;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.RunRecord;

/** The pictures of a report: the mosaic of an image set once for all its runs, clusters as shapes over it. */
final class ReportPictures {
    /** Half a page across. */
    private static final double MOST_WIDE_MM = 84;

    /** So that all about a run of four square images is on one page. */
    private static final double MOST_HIGH_MM = 76;

    private final RunExport export;
    private final int longestSide;
    private final Map<Long, Integer> places = new HashMap<>();
    private final List<MosaicPicture> mosaics = new ArrayList<>();
    private final List<Heatmap> heatmaps = new ArrayList<>();

    /** @param longestSide the most pixels of a mosaic's longer side */
    ReportPictures(RunExport export, int longestSide) {
        this.export = export;
        this.longestSide = longestSide;
    }

    /**
     * Makes the pictures of a run.
     *
     * @return what the template needs to show them
     * @throws ProblemException if an image is gone or has changed since
     */
    Map<String, Object> of(RunRecord run, Slicing slicing) {
        Integer place = places.get(run.imageSet());
        if (place == null) {
            place = mosaics.size();
            mosaics.add(export.mosaic(run, longestSide));
            places.put(run.imageSet(), place);
        }
        MosaicPicture mosaic = mosaics.get(place);
        Map<String, Object> model = size(mosaic);
        model.put("mosaic", place);
        model.put("heatmap", heatmaps.size());
        heatmaps.add(export.heatmap(run, slicing, mosaic, Heatmap.DEFAULT_OPACITY));
        model.put(
                "caption",
                String.format(
                        Locale.ROOT,
                        "Mosaic of %d %s, grey range %,d to %,d",
                        run.images(),
                        run.images() == 1 ? "image" : "images",
                        mosaic.black(),
                        mosaic.white()));
        return model;
    }

    private static Map<String, Object> size(MosaicPicture mosaic) {
        double width = mosaic.image().getWidth();
        double height = mosaic.image().getHeight();
        double scale = Math.min(MOST_WIDE_MM / width, MOST_HIGH_MM / height);
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("width", mosaic.image().getWidth());
        model.put("height", mosaic.image().getHeight());
        model.put("widthOnPaper", String.format(Locale.ROOT, "%.2fmm", width * scale));
        model.put("heightOnPaper", String.format(Locale.ROOT, "%.2fmm", height * scale));
        return model;
    }

    /** The mosaics, each as a data URL with its size, for a page. */
    List<Map<String, Object>> embedded() {
        return mosaics.stream()
                .map(mosaic -> {
                    Map<String, Object> model = size(mosaic);
                    model.put(
                            "source",
                            "data:image/png;base64,"
                                    + Base64.getEncoder().encodeToString(PictureFiles.png(mosaic.image())));
                    return model;
                })
                .toList();
    }

    /** The clusters of each heatmap as an SVG element, for a page. */
    List<String> overlays() {
        return heatmaps.stream().map(Heatmap::overlaySvg).toList();
    }

    List<MosaicPicture> mosaics() {
        return List.copyOf(mosaics);
    }

    List<Heatmap> heatmaps() {
        return List.copyOf(heatmaps);
    }
}
