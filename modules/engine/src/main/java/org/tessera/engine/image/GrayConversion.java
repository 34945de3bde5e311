// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.nio.file.Path;
import org.tessera.engine.task.ProblemException;

/** Decoded pictures to grey: 8- and 16-bit grey as it is, RGB by luminance. */
final class GrayConversion {
    private static final double RED = 0.2125;
    private static final double GREEN = 0.7154;
    private static final double BLUE = 0.0721;

    private GrayConversion() {}

    /**
     * The grey pixels of a picture, or of a band of one.
     *
     * @param path named in the refusal
     * @throws ProblemException if its samples are of a kind that is not supported
     */
    static GrayImage of(BufferedImage image, Path path) {
        ColorModel model = image.getColorModel();
        Raster raster = image.getRaster();
        int type = raster.getTransferType();
        boolean whole = type == DataBuffer.TYPE_BYTE || type == DataBuffer.TYPE_USHORT;
        int bits = model.getComponentSize(0);
        if (model instanceof IndexColorModel) {
            return luminance(expand(image), 8);
        }
        if (!whole || (bits != 8 && bits != 16)) {
            throw new ProblemException(path + " has " + bits + " bits a sample of a kind Tessera does not read;"
                    + " convert it to 8- or 16-bit grey or RGB.");
        }
        int bands = raster.getNumBands();
        return bands == 1 || bands == 2 ? gray(raster, bits) : luminance(raster, bits);
    }

    private static Raster expand(BufferedImage indexed) {
        BufferedImage rgb = new BufferedImage(indexed.getWidth(), indexed.getHeight(), BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < rgb.getHeight(); y++) {
            for (int x = 0; x < rgb.getWidth(); x++) {
                rgb.setRGB(x, y, indexed.getRGB(x, y));
            }
        }
        return rgb.getRaster();
    }

    private static GrayImage gray(Raster raster, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        short[] pixels = new short[width * height];
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(raster.getMinX(), raster.getMinY() + y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = (short) row[x];
            }
        }
        return new GrayImage(width, height, bits, pixels);
    }

    private static GrayImage luminance(Raster raster, int bits) {
        int width = raster.getWidth();
        int height = raster.getHeight();
        double most = (1 << bits) - 1;
        short[] pixels = new short[width * height];
        int[] red = new int[width];
        int[] green = new int[width];
        int[] blue = new int[width];
        for (int y = 0; y < height; y++) {
            int top = raster.getMinY() + y;
            raster.getSamples(raster.getMinX(), top, width, 1, 0, red);
            raster.getSamples(raster.getMinX(), top, width, 1, 1, green);
            raster.getSamples(raster.getMinX(), top, width, 1, 2, blue);
            for (int x = 0; x < width; x++) {
                double gray = RED * (red[x] / most) + GREEN * (green[x] / most) + BLUE * (blue[x] / most);
                pixels[y * width + x] = (short) (256 * gray);
            }
        }
        return new GrayImage(width, height, bits, pixels);
    }
}
