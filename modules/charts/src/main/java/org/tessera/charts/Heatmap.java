// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
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

    /** The heatmap as an SVG document: the mosaic as an embedded picture, the slices as shapes. */
    public String svg() {
        return MosaicOverlay.svg(mosaic, this::paint);
    }

    private void paint(Graphics2D graphics) {
        for (int i = 0; i < slices.size(); i++) {
            if (labels.get(i) >= 0) {
                paint(graphics, labels.get(i), MosaicOverlay.cell(mosaic, slices.get(i)));
            }
        }
    }

    private void paint(Graphics2D graphics, int label, Rectangle2D.Double cell) {
        Color colour = colours.colour(label);
        float alpha = (float) (opacity * colours.strength(label));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, alpha));
        graphics.setColor(colour);
        graphics.fill(cell);
        if (!colours.isQuiet(label) && cell.width > 6) {
            graphics.setComposite(
                    AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.min(1, opacity * 1.6)));
            graphics.draw(new Rectangle2D.Double(cell.x + 0.5, cell.y + 0.5, cell.width - 1, cell.height - 1));
        }
    }
}
