// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.function.BiConsumer;
import java.util.function.Function;
import javax.swing.JComponent;
import org.jspecify.annotations.Nullable;

/** A {@link LandscapePlot} in a window, as cells or with lines of equal score. Event thread only. */
public final class LandscapeComponent extends JComponent {
    private static final long serialVersionUID = 1L;

    private transient @Nullable LandscapePlot plot;
    private transient PlotTheme theme = PlotTheme.LIGHT;
    private boolean contour;
    private String empty = "";
    private transient BiConsumer<LandscapePlot.Place, Integer> clicked = (place, clicks) -> {};
    private transient Function<LandscapePlot.Place, String> tip = place -> "";

    /** A component that shows nothing yet. */
    public LandscapeComponent() {
        setOpaque(true);
        setPreferredSize(new Dimension(420, 200));
        setMinimumSize(new Dimension(160, 100));
        MouseAdapter mouse = new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                LandscapePlot.Place place = placeAt(e);
                if (place != null) {
                    clicked.accept(place, e.getClickCount());
                }
            }

            @Override
            public void mouseMoved(MouseEvent e) {
                LandscapePlot.Place place = placeAt(e);
                setToolTipText(place == null ? null : tip.apply(place));
            }
        };
        addMouseListener(mouse);
        addMouseMotionListener(mouse);
    }

    /** Hears of a place that is clicked, and how often. */
    public void onPlace(BiConsumer<LandscapePlot.Place, Integer> listener) {
        clicked = listener;
    }

    /** What the tooltip of a place says. */
    public void setTips(Function<LandscapePlot.Place, String> tips) {
        tip = tips;
    }

    /** Shows a landscape. */
    public void show(LandscapePlot shown, PlotTheme colours, boolean asContour) {
        plot = shown;
        theme = colours;
        contour = asContour && shown.hasContour();
        repaint();
    }

    /** Shows a sentence in place of a plot. */
    public void showNothing(String sentence) {
        plot = null;
        empty = sentence;
        repaint();
    }

    private LandscapePlot.@Nullable Place placeAt(MouseEvent e) {
        LandscapePlot shown = plot;
        return shown == null
                ? null
                : new LandscapePainter(shown, font(), theme, getWidth(), getHeight(), contour)
                        .placeAt(e.getX(), e.getY());
    }

    private Font font() {
        Font font = getFont();
        return (font == null ? new Font(Font.SANS_SERIF, Font.PLAIN, 12) : font).deriveFont(Font.PLAIN, 11f);
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics.create();
        try {
            g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
            g.setColor(getBackground());
            g.fillRect(0, 0, getWidth(), getHeight());
            LandscapePlot shown = plot;
            if (shown == null) {
                g.setColor(getForeground());
                g.setFont(getFont());
                Sentence.paint(g, empty, getSize());
            } else {
                new LandscapePainter(shown, font(), theme, getWidth(), getHeight(), contour).paint(g);
            }
        } finally {
            g.dispose();
        }
    }
}
