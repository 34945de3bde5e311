// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

/**
 * The grey values between which an image is shown from black to white.
 *
 * @param black shown black, as is what is darker: 0..65534
 * @param white shown white, as is what is brighter: more than black, 65535 at most
 */
public record GreyRange(int black, int white) {
    /** The largest value of a pixel. */
    public static final int MOST = 65535;

    public GreyRange {
        if (black < 0 || black >= white || white > MOST) {
            throw new IllegalArgumentException(black + " to " + white);
        }
    }

    /** The nearest range that there is. */
    public static GreyRange clamped(int black, int white) {
        int low = Math.max(0, Math.min(black, MOST - 1));
        return new GreyRange(low, Math.max(low + 1, Math.min(white, MOST)));
    }

    /** The shade, 0 black to 255 white, of each grey value. */
    public byte[] shades() {
        byte[] shades = new byte[MOST + 1];
        for (int grey = 0; grey < shades.length; grey++) {
            double share = (grey - black) / (double) (white - black);
            shades[grey] = (byte) Math.round(255 * Math.max(0, Math.min(1, share)));
        }
        return shades;
    }
}
