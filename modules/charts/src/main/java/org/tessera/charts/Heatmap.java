// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.tessera.engine.slice.SliceRect;

/**
 * Clusters painted over their mosaic.
 *
 * @param mosaic the background
 * @param slices where each slice lies, in the order of the labels
 * @param labels the cluster of each slice, negative for none
 * @param colours of the clusters
 * @param opacity of the overlay, 0..1
 */
public record Heatmap(
        MosaicPicture mosaic, List<SliceRect> slices, List<Integer> labels, ClusterColours colours, double opacity) {
    /** An opacity that shows the clusters and leaves the image readable. */
    public static final double DEFAULT_OPACITY = 0.55;

    public Heatmap {
        slices = List.copyOf(slices);
        labels = List.copyOf(labels);
        if (slices.size() != labels.size() || opacity < 0 || opacity > 1) {
            throw new IllegalArgumentException(
                    slices.size() + " slices, " + labels.size() + " labels, opacity " + opacity);
        }
    }

    /** The heatmap as a picture, as large as the mosaic's. */
    public BufferedImage picture() {
        return MosaicOverlay.picture(mosaic, this::paint);
    }

    /** The heatmap as an SVG document: the mosaic as an embedded picture, the slices of a cluster as one shape. */
    public String svg() {
        return MosaicOverlay.svg(mosaic, this::paint);
    }

    /** The clusters alone as an SVG element, to lie over the mosaic's picture and as large as that. */
    public String overlaySvg() {
        return Svg.element(mosaic.image().getWidth(), mosaic.image().getHeight(), this::paintOverlay);
    }

    /** Paints mosaic and clusters at the origin, a unit for each pixel of the mosaic's picture. */
    public void draw(Graphics2D graphics) {
        graphics.drawImage(mosaic.image(), 0, 0, null);
        paintOverlay(graphics);
    }

    private void paintOverlay(Graphics2D graphics) {
        MosaicOverlay.paint(graphics, this::paint);
    }

    private void paint(Graphics2D graphics) {
        SortedMap<Integer, Path2D.Double> filled = new TreeMap<>();
        SortedMap<Integer, Path2D.Double> outlined = new TreeMap<>();
        for (int i = 0; i < slices.size(); i++) {
            int label = labels.get(i);
            if (label >= 0) {
                Rectangle2D.Double cell = MosaicOverlay.cell(mosaic, slices.get(i));
                add(filled, label, cell);
                if (!colours.isQuiet(label) && cell.width > 6) {
                    add(
                            outlined,
                            label,
                            new Rectangle2D.Double(cell.x + 0.5, cell.y + 0.5, cell.width - 1, cell.height - 1));
                }
            }
        }
        filled.forEach((label, shape) -> {
            choose(graphics, label, opacity * colours.strength(label));
            graphics.fill(shape);
        });
        outlined.forEach((label, shape) -> {
            choose(graphics, label, Math.min(1, opacity * 1.6));
            graphics.draw(shape);
        });
    }

    private static void add(Map<Integer, Path2D.Double> shapes, int label, Rectangle2D.Double cell) {
        shapes.computeIfAbsent(label, none -> new Path2D.Double()).append(cell, false);
    }

    private void choose(Graphics2D graphics, int label, double alpha) {
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) alpha));
        graphics.setColor(colours.colour(label));
    }
}
