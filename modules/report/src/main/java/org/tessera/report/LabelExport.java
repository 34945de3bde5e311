// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tessera.charts.ClusterColours;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.JsonText;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** The clusters of a run for programs that look at images. No image is read: recorded sizes say where slices lie. */
public final class LabelExport {
    /** The most pixels of a label image. */
    private static final long MOST_PIXELS = 1L << 30;

    private final Store store;

    /** @param store where the runs are */
    public LabelExport(Store store) {
        this.store = store;
    }

    /**
     * The mosaic with the cluster of each pixel's slice plus one as its grey value; 0 where there is none.
     *
     * @throws ProblemException if the run has no images, or the mosaic is too large for one image
     */
    public GrayImage labelImage(RunRecord run) {
        Slicing slicing = slicing(run);
        MosaicLayout layout = store.imageSet(run.imageSet()).layout();
        if ((long) layout.width() * layout.height() > MOST_PIXELS) {
            throw new ProblemException("The mosaic of run " + run.id() + " has " + layout.width() + " x "
                    + layout.height() + " pixels, too many for one label image; export its labels or GeoJSON.");
        }
        short[] pixels = new short[layout.width() * layout.height()];
        List<SliceRect> slices = SliceRect.of(layout, slicing);
        int[] labels = store.labels(run.id());
        for (int i = 0; i < labels.length; i++) {
            SliceRect slice = slices.get(i);
            for (int y = slice.y(); y < slice.y() + slice.height(); y++) {
                Arrays.fill(
                        pixels, y * layout.width() + slice.x(), y * layout.width() + slice.x() + slice.width(), (short)
                                (labels[i] + 1));
            }
        }
        return new GrayImage(layout.width(), layout.height(), 16, pixels);
    }

    /**
     * The slices of each image as GeoJSON (RFC 7946), name of the image to document, as QuPath opens it: a rectangle a slice in
     * pixels of its image, with the name and colour of its cluster as its class.
     *
     * @throws ProblemException if the run has no images
     */
    public Map<String, String> geoJson(RunRecord run) {
        Slicing slicing = slicing(run);
        ImageSetRecord set = store.imageSet(run.imageSet());
        MosaicLayout layout = set.layout();
        List<SliceRect> slices = SliceRect.of(layout, slicing);
        List<SliceRef> refs = ImageSlices.refs(ImageSlices.of(slicing, layout));
        int[] labels = store.labels(run.id());
        ClusterColours colours =
                ClusterColours.of(run.clusterSizes().size(), run.clusters().colours());
        Map<String, String> documents = new LinkedHashMap<>();
        for (int image = 0; image < set.images().size(); image++) {
            MosaicLayout.Place place = layout.places().get(image);
            List<Object> features = new ArrayList<>();
            for (int i = 0; i < labels.length; i++) {
                if (refs.get(i).image() == image && labels[i] >= 0) {
                    features.add(feature(run, refs.get(i), slices.get(i), place, labels[i], colours.colour(labels[i])));
                }
            }
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("type", "FeatureCollection");
            document.put("features", features);
            documents.put(set.images().get(image).info().file().name(), JsonText.write(document));
        }
        return documents;
    }

    private static Map<String, Object> feature(
            RunRecord run, SliceRef ref, SliceRect slice, MosaicLayout.Place place, int label, Color colour) {
        int left = slice.x() - place.x();
        int top = slice.y() - place.y();
        int right = left + slice.width();
        int bottom = top + slice.height();
        Map<String, Object> classification = new LinkedHashMap<>();
        classification.put("name", run.clusters().name(label));
        classification.put("color", List.of(colour.getRed(), colour.getGreen(), colour.getBlue()));
        Map<String, Object> properties = new LinkedHashMap<>();
        properties.put("objectType", "annotation");
        properties.put("classification", classification);
        properties.put("run", run.id());
        properties.put("cluster", label);
        properties.put("row", ref.row());
        properties.put("column", ref.column());
        Map<String, Object> geometry = new LinkedHashMap<>();
        geometry.put("type", "Polygon");
        geometry.put(
                "coordinates",
                List.of(List.of(
                        List.of(left, top),
                        List.of(right, top),
                        List.of(right, bottom),
                        List.of(left, bottom),
                        List.of(left, top))));
        Map<String, Object> feature = new LinkedHashMap<>();
        feature.put("type", "Feature");
        feature.put("geometry", geometry);
        feature.put("properties", properties);
        return feature;
    }

    private static Slicing slicing(RunRecord run) {
        return run.slicing()
                .orElseThrow(
                        () -> new ProblemException(
                                "Run " + run.id()
                                        + " was made from a feature table, so its slices have no place in an image; export its labels."));
    }
}
