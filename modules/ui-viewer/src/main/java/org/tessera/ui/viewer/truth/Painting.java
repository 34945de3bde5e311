// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.Point;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.truth.TruthLayer;

/**
 * Classes of slices as they are being painted. Immutable.
 *
 * @param layout of the images in the mosaic
 * @param layer what is painted so far
 * @param slices where each lies in the mosaic
 */
record Painting(MosaicLayout layout, TruthLayer layer, List<SliceRect> slices) {
    /** The most classes of a layer. */
    static final int MOST_CLASSES = 64;

    Painting {
        slices = List.copyOf(slices);
    }

    static Painting of(MosaicLayout layout, TruthLayer layer) {
        return new Painting(layout, layer, SliceRect.of(layout, Slicing.of(layer.grid())));
    }

    /** Nothing painted yet. */
    static Painting empty(MosaicLayout layout, Grid grid, List<String> classes) {
        int[] none = new int[layout.places().size() * grid.slices()];
        Arrays.fill(none, Labels.NONE);
        return of(layout, new TruthLayer(grid, classes, Labels.numbered(none, classes.size())));
    }

    private Painting with(List<String> classes, int[] labels) {
        return new Painting(
                layout, new TruthLayer(layer.grid(), classes, Labels.numbered(labels, classes.size())), slices);
    }

    List<SliceRef> refs() {
        return ImageSlices.refs(ImageSlices.of(Slicing.of(layer.grid()), layout));
    }

    /**
     * The slices whose middle lies under a round brush; the one under the point in any case.
     *
     * @param radius in pixels of the mosaic
     */
    List<Integer> under(Point place, double radius) {
        return IntStream.range(0, slices.size())
                .filter(i -> {
                    SliceRect slice = slices.get(i);
                    boolean holds = place.x >= slice.x()
                            && place.y >= slice.y()
                            && place.x < slice.x() + slice.width()
                            && place.y < slice.y() + slice.height();
                    double dx = slice.x() + slice.width() / 2.0 - place.x;
                    double dy = slice.y() + slice.height() / 2.0 - place.y;
                    return holds || dx * dx + dy * dy <= radius * radius;
                })
                .boxed()
                .toList();
    }

    /** The slices under a brush that is moved in a straight line. */
    List<Integer> under(Point from, Point to, double radius) {
        int steps = 1 + (int) (2 * from.distance(to) / sliceWidth());
        return IntStream.rangeClosed(0, steps)
                .mapToObj(i -> new Point(from.x + (to.x - from.x) * i / steps, from.y + (to.y - from.y) * i / steps))
                .distinct()
                .flatMap(place -> under(place, radius).stream())
                .distinct()
                .toList();
    }

    /** The width of a slice, in pixels of the mosaic. */
    int sliceWidth() {
        return slices.isEmpty() ? 1 : slices.get(0).width();
    }

    /** Slices get a class, or lose theirs with {@link Labels#NONE}. */
    Painting painted(List<Integer> which, int ofClass) {
        int[] labels = layer.labels().toArray();
        which.forEach(slice -> labels[slice] = ofClass);
        return with(layer.classes(), labels);
    }

    /** With a class more. */
    Painting withClass(String name) {
        if (layer.classes().size() >= MOST_CLASSES) {
            throw new ProblemException("A layer has " + MOST_CLASSES + " classes at most; use one that is there.");
        }
        List<String> classes = new ArrayList<>(layer.classes());
        classes.add(name.strip());
        return with(classes, layer.labels().toArray());
    }

    Painting renamed(int ofClass, String name) {
        List<String> classes = new ArrayList<>(layer.classes());
        classes.set(ofClass, name.strip());
        return with(classes, layer.labels().toArray());
    }

    /** Without a class, whose slices are then not known. */
    Painting without(int ofClass) {
        List<String> classes = new ArrayList<>(layer.classes());
        classes.remove(ofClass);
        int[] labels = Arrays.stream(layer.labels().toArray())
                .map(label -> label == ofClass ? Labels.NONE : label > ofClass ? label - 1 : label)
                .toArray();
        return with(classes, labels);
    }

    /** Slices of each class. */
    List<Integer> sizes() {
        List<Integer> sizes =
                new ArrayList<>(Collections.nCopies(layer.classes().size(), 0));
        for (int label : layer.labels().toArray()) {
            if (label >= 0) {
                sizes.set(label, sizes.get(label) + 1);
            }
        }
        return sizes;
    }
}
