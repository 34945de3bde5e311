// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.util.Locale;

/**
 * What a pixel measures on the sample.
 *
 * @param width micrometres, positive
 * @param height micrometres, positive
 */
public record PixelSize(double width, double height) {
    private static final double NANOMETRES = 1000;

    public PixelSize {
        if (!isLength(width) || !isLength(height)) {
            throw new IllegalArgumentException(width + " x " + height);
        }
    }

    static boolean isLength(double micrometres) {
        return micrometres > 0 && Double.isFinite(micrometres);
    }

    /** {@code 12.5 nm} or {@code 1.2 × 1.3 µm}. */
    public String text() {
        boolean small = Math.max(width, height) < 1;
        double factor = small ? NANOMETRES : 1;
        String unit = small ? " nm" : " µm";
        return width == height
                ? number(width * factor) + unit
                : number(width * factor) + " × " + number(height * factor) + unit;
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.4g", value).replaceFirst("\\.?0+$", "");
    }
}
