// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.Color;
import java.awt.Dimension;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Ellipse2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.ToolTipManager;
import javax.swing.UIManager;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ColourMap;
import org.tessera.store.RunRecord;
import org.tessera.tracking.RunFamily;
import org.tessera.workbench.ui.Colours;

/**
 * Adjusted Rand indices of runs as colours; runs that are alike stand together, each family's best has a dot. A click on a cell
 * sets its two runs side by side. Event thread only.
 */
final class SimilarityMatrix extends JComponent {
    private static final long serialVersionUID = 1L;
    private static final int LEAST_FOR_GAPS = 4;
    private static final int LEAST_FOR_DOTS = 6;
    private static final int LEAST_FOR_NUMBERS = 11;
    private static final int LARGEST = 28;
    private static final int MARGIN = 8;
    private static final int INSET = 4;

    private transient CompareState.@Nullable Alike alike;
    private transient @Nullable BufferedImage picture;
    private transient List<RunRecord> ordered = List.of();
    private transient @Nullable RunFamily framed;
    private transient @Nullable ComparePresenter presenter;

    SimilarityMatrix() {
        setName("compare.matrix");
        setFont(UIManager.getFont("Label.font").deriveFont(10f));
        ToolTipManager.sharedInstance().registerComponent(this);
        addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                ComparePresenter with = presenter;
                int row = row(e);
                int column = column(e);
                if (with != null && row >= 0 && column >= 0) {
                    with.choose(ordered.get(row).id(), ordered.get(column).id());
                }
            }
        });
    }

    void present(ComparePresenter with) {
        presenter = with;
    }

    void show(CompareState.Alike shown) {
        alike = shown;
        framed = null;
        picture = pixels(shown);
        ordered = shown.similarity().order().stream().map(shown.runs()::get).toList();
        revalidate();
        repaint();
    }

    /** Frames the runs of a family; null for none. */
    void frame(@Nullable RunFamily family) {
        framed = family;
        repaint();
    }

    /** The width it can use of this room, pixels. */
    int fitting(Dimension room) {
        return Math.max(
                0,
                Math.min(room.width, Math.min(room.height - 2 * INSET, LARGEST * ordered.size()) + numbers() + INSET));
    }

    /** The room the numbers of the runs take, were they shown. */
    private int numbers() {
        FontMetrics metrics = getFontMetrics(getFont());
        return MARGIN
                + ordered.stream()
                        .mapToInt(run -> metrics.stringWidth(Long.toString(run.id())))
                        .max()
                        .orElse(0);
    }

    private double cell() {
        return ordered.isEmpty()
                ? 0
                : Math.min(
                        LARGEST,
                        Math.min(getWidth() - numbers() - INSET, getHeight() - 2 * INSET) / (double) ordered.size());
    }

    private int place(int at) {
        double cell = cell();
        int place = cell <= 0 || at < 0 ? -1 : (int) (at / cell);
        return place < ordered.size() ? place : -1;
    }

    private int row(MouseEvent e) {
        return place(e.getY() - INSET);
    }

    private int column(MouseEvent e) {
        return place(e.getX() - numbers());
    }

    private double value(CompareState.Alike shown, int row, int column) {
        List<Integer> order = shown.similarity().order();
        return shown.similarity().rand().get(order.get(row)).get(order.get(column));
    }

    @Override
    public @Nullable String getToolTipText(MouseEvent e) {
        CompareState.Alike shown = alike;
        int row = row(e);
        int column = column(e);
        return shown == null || row < 0 || column < 0
                ? null
                : String.format(
                        Locale.ROOT,
                        "Run %d and run %d: adjusted Rand index %.3f; click to see them side by side",
                        ordered.get(row).id(),
                        ordered.get(column).id(),
                        value(shown, row, column));
    }

    @Override
    protected void paintComponent(Graphics g) {
        CompareState.Alike shown = alike;
        double cell = cell();
        BufferedImage pixels = picture;
        if (shown == null || pixels == null || cell <= 0) {
            return;
        }
        Graphics2D canvas = (Graphics2D) g.create();
        try {
            canvas.translate(numbers(), INSET);
            if (cell >= LEAST_FOR_NUMBERS) {
                paintNumbers(canvas, cell);
            }
            paintCells(canvas, pixels, cell);
            if (cell >= LEAST_FOR_DOTS) {
                paintBest(canvas, shown, cell);
            }
            paintFrame(canvas, cell);
        } finally {
            canvas.dispose();
        }
    }

    private void paintNumbers(Graphics2D g, double cell) {
        FontMetrics metrics = g.getFontMetrics();
        g.setColor(Colours.SECONDARY.get());
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        for (int row = 0; row < ordered.size(); row++) {
            String number = Long.toString(ordered.get(row).id());
            int x = INSET - MARGIN - metrics.stringWidth(number);
            g.drawString(number, x, (int) Math.round((row + 0.5) * cell + metrics.getAscent() / 2.0 - 1));
        }
    }

    private void paintCells(Graphics2D g, BufferedImage pixels, double cell) {
        int count = ordered.size();
        int side = at(count, cell);
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_NEAREST_NEIGHBOR);
        g.drawImage(pixels, 0, 0, side, side, null);
        if (cell > LEAST_FOR_GAPS) {
            g.setColor(Colours.PANEL.get());
            for (int i = 1; i <= count; i++) {
                g.fillRect(at(i, cell) - 1, 0, 1, side);
                g.fillRect(0, at(i, cell) - 1, side, 1);
            }
        }
    }

    /** Of many runs one pixel for each with each, painted once. */
    private static BufferedImage pixels(CompareState.Alike shown) {
        List<Integer> order = shown.similarity().order();
        int count = order.size();
        BufferedImage pixels = new BufferedImage(count, count, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < count; row++) {
            List<Double> indices = shown.similarity().rand().get(order.get(row));
            for (int column = 0; column < count; column++) {
                double index = indices.get(order.get(column));
                pixels.setRGB(column, row, ColourMap.VIRIDIS.heat(index).getRGB());
            }
        }
        return pixels;
    }

    private static int at(int place, double cell) {
        return (int) Math.round(place * cell);
    }

    private void paintBest(Graphics2D g, CompareState.Alike shown, double cell) {
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setColor(new Color(0x1E1F22));
        double size = Math.max(3, cell / 3);
        for (RunFamily family : shown.several()) {
            family.best().ifPresent(best -> {
                double middle = (ordered.indexOf(best) + 0.5) * cell;
                g.fill(new Ellipse2D.Double(middle - size / 2, middle - size / 2, size, size));
            });
        }
    }

    /** A frame around the family in the matrix and, where cells are small, a bar before its rows, which is found more easily. */
    private void paintFrame(Graphics2D g, double cell) {
        RunFamily family = framed;
        if (family == null) {
            return;
        }
        int first = family.runs().stream().mapToInt(ordered::indexOf).min().orElse(0);
        int from = at(first, cell);
        int size = at(first + family.runs().size(), cell) - from;
        g.setColor(Color.WHITE);
        g.drawRect(from - 3, from - 3, size + 5, size + 5);
        g.setColor(Colours.ACCENT.get());
        g.drawRect(from - 2, from - 2, size + 3, size + 3);
        g.drawRect(from - 1, from - 1, size + 1, size + 1);
        if (cell < LEAST_FOR_NUMBERS) {
            g.fillRect(-numbers(), from, numbers() - INSET, size);
        }
    }
}
