// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;

/**
 * The colours of a plot but for clusters.
 *
 * @param background behind everything
 * @param text titles
 * @param secondary axes and names
 * @param line grid lines
 * @param accent the series in hand
 */
public record PlotTheme(Color background, Color text, Color secondary, Color line, Color accent) {
    /** On white, for paper. */
    public static final PlotTheme PAPER = new PlotTheme(
            Color.WHITE, new Color(0x1E1F22), new Color(0x646A78), new Color(0xDCDEE4), new Color(0x3574F0));

    /** In the light window. */
    public static final PlotTheme LIGHT = new PlotTheme(
            new Color(0xF7F8FA), new Color(0x1E1F22), new Color(0x646A78), new Color(0xDCDEE4), new Color(0x3574F0));

    /** In the dark window. */
    public static final PlotTheme DARK = new PlotTheme(
            new Color(0x2B2D30), new Color(0xDFE1E5), new Color(0xA0A4AE), new Color(0x3C3F44), new Color(0x5B92FF));
}
