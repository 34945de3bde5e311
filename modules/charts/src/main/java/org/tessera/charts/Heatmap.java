// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.AlphaComposite;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.jfree.svg.SVGGraphics2D;
import org.jfree.svg.SVGUnits;
import org.tessera.engine.slice.SliceRect;

/**
 * Clusters painted over their mosaic.
 *
 * @param mosaic the background
 * @param slices where each slice lies, in the order of the labels
 * @param labels the cluster of each slice, negative for none
 * @param clusters how many there are
 * @param opacity of the overlay, 0..1
 */
public record Heatmap(
        MosaicPicture mosaic, List<SliceRect> slices, List<Integer> labels, int clusters, double opacity) {
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
        BufferedImage background = mosaic.image();
        BufferedImage picture =
                new BufferedImage(background.getWidth(), background.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = picture.createGraphics();
        try {
            graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
            paint(graphics);
        } finally {
            graphics.dispose();
        }
        return picture;
    }

    /** The heatmap as an SVG document: the mosaic as an embedded picture, the slices as shapes. */
    public String svg() {
        int width = mosaic.image().getWidth();
        int height = mosaic.image().getHeight();
        SVGGraphics2D graphics = new SVGGraphics2D(width, height, SVGUnits.PX);
        graphics.setGeomDoubleConverter(value -> Double.toString(Math.round(value * 100) / 100.0));
        paint(graphics);
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + graphics.getSVGElement();
    }

    private void paint(Graphics2D graphics) {
        graphics.drawImage(mosaic.image(), 0, 0, null);
        double scale = 1.0 / mosaic.factor();
        graphics.setStroke(new BasicStroke(1f));
        for (int i = 0; i < slices.size(); i++) {
            int label = labels.get(i);
            if (label >= 0) {
                SliceRect slice = slices.get(i);
                double x = Math.rint(slice.x() * scale);
                double y = Math.rint(slice.y() * scale);
                double right = Math.rint((slice.x() + slice.width()) * scale);
                double bottom = Math.rint((slice.y() + slice.height()) * scale);
                paint(graphics, label, new Rectangle2D.Double(x, y, right - x, bottom - y));
            }
        }
        graphics.setComposite(AlphaComposite.SrcOver);
    }

    private void paint(Graphics2D graphics, int label, Rectangle2D.Double cell) {
        Color colour = ClusterPalette.colour(label, clusters);
        float alpha = (float) (opacity * ClusterPalette.strength(label, clusters));
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, alpha));
        graphics.setColor(colour);
        graphics.fill(cell);
        if (!ClusterPalette.isQuiet(label, clusters) && cell.width > 6) {
            graphics.setComposite(
                    AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) Math.min(1, opacity * 1.6)));
            graphics.draw(new Rectangle2D.Double(cell.x + 0.5, cell.y + 0.5, cell.width - 1, cell.height - 1));
        }
    }
}
