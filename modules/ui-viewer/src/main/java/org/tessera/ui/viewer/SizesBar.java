// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import org.tessera.workbench.ui.Colours;

/** Sizes of clusters as one bar in their colours, the numbers below. Event thread only. */
final class SizesBar extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int BAR = 10;
    private static final int SWATCH = 8;

    private final transient ShownClusters clusters;

    SizesBar(ShownClusters clusters) {
        this.clusters = clusters;
        List<Integer> sizes = clusters.sizes();
        setName("result.sizes");
        setPreferredSize(new Dimension(100, BAR + 22));
        setToolTipText("Slices a cluster: " + sizes);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setFont(getFont().deriveFont(11f));
        FontMetrics metrics = g.getFontMetrics();
        List<Integer> sizes = clusters.sizes();
        int total = Math.max(1, sizes.stream().mapToInt(Integer::intValue).sum());
        double at = 0;
        int textAt = 0;
        for (int c = 0; c < sizes.size(); c++) {
            double width = getWidth() * sizes.get(c) / (double) total;
            g.setColor(clusters.colours().colour(c));
            int from = (int) Math.round(at);
            g.fillRect(from, 0, Math.max(1, (int) Math.round(at + width) - from), BAR);
            at += width;
            String text = String.format(Locale.ROOT, "%,d", sizes.get(c));
            int wide = SWATCH + 4 + metrics.stringWidth(text) + 10;
            if (textAt + wide <= getWidth() + 10) {
                g.fillRect(textAt, BAR + 8, SWATCH, SWATCH);
                g.setColor(Colours.TEXT.get());
                g.drawString(text, textAt + SWATCH + 4, BAR + 8 + SWATCH);
                textAt += wide;
            }
        }
        g.dispose();
    }
}
