// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.util.List;
import org.tessera.engine.slice.SliceRect;

/**
 * A value of each slice painted over the mosaic, from the first colour of a map at {@code least} to the last at
 * {@code most}.
 *
 * @param mosaic the background
 * @param slices where each slice lies, in the order of the values
 * @param values of each slice; NaN for none
 * @param least value of the first colour
 * @param most value of the last colour, larger than {@code least}
 * @param colours the map
 * @param opacity of the overlay, 0..1
 */
public record ValueHeatmap(
        MosaicPicture mosaic,
        List<SliceRect> slices,
        List<Double> values,
        double least,
        double most,
        ColourMap colours,
        double opacity) {
    public ValueHeatmap {
        slices = List.copyOf(slices);
        values = List.copyOf(values);
        if (slices.size() != values.size() || !(least < most) || opacity < 0 || opacity > 1) {
            throw new IllegalArgumentException(slices.size() + " slices, " + values.size() + " values, " + least + ".."
                    + most + ", opacity " + opacity);
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
        graphics.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) opacity));
        for (int i = 0; i < slices.size(); i++) {
            double value = values.get(i);
            if (!Double.isNaN(value)) {
                graphics.setColor(colours.heat((value - least) / (most - least)));
                graphics.fill(MosaicOverlay.cell(mosaic, slices.get(i)));
            }
        }
    }
}
