// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.List;
import java.util.Locale;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.table.TableCellRenderer;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ClusterColours;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.ScoreText;

/** Paints a cell of the run table: text, a score with its bar and its change, or sizes. Event thread only. */
final class CellRenderer extends JComponent implements TableCellRenderer {
    private static final long serialVersionUID = 1L;
    private static final int MARGIN = 8;
    private static final int BAR_HEIGHT = 6;
    private static final int VALUE_WIDTH = 56;
    private static final int CHANGE_WIDTH = 62;
    private static final Color STAR = new Color(0xE0A500);

    private final transient RunTableModel model;
    private transient @Nullable RunRecord run;
    private transient Column column = Column.of("id");
    private boolean baseline;

    CellRenderer(RunTableModel model) {
        this.model = model;
        setOpaque(true);
    }

    @Override
    public Component getTableCellRendererComponent(
            JTable table, Object value, boolean selected, boolean focused, int row, int index) {
        column = model.column(table.convertColumnIndexToModel(index));
        Lines.Line line = (Lines.Line) value;
        run = line instanceof Lines.Run shown ? shown.run() : null;
        baseline = line instanceof Lines.Run shown && shown.isBaseline();
        setFont(table.getFont());
        setBackground(
                line instanceof Lines.Group
                        ? Colours.SPLITTER.get()
                        : selected ? Colours.SELECTION.get() : Colours.FIELD.get());
        setToolTipText(run == null ? null : tip(run));
        return this;
    }

    private @Nullable String tip(RunRecord shown) {
        if (column.field().equals("smallest") && shown.degenerate()) {
            return "Degenerate: its smallest cluster is too small to trust";
        }
        return column.field().equals(Column.SIZES) ? "Slices a cluster: " + shown.clusterSizes() : null;
    }

    @Override
    protected void paintComponent(Graphics graphics) {
        Graphics2D g = (Graphics2D) graphics;
        g.setColor(getBackground());
        g.fillRect(0, 0, getWidth(), getHeight());
        RunRecord shown = run;
        if (shown == null) {
            return;
        }
        g.setColor(Colours.LINE.get());
        g.drawLine(0, getHeight() - 1, getWidth(), getHeight() - 1);
        g.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setFont(baseline ? getFont().deriveFont(Font.BOLD) : getFont());
        if (column.score().isPresent()) {
            score(g, shown, column.score().get());
        } else if (column.field().equals(Column.SIZES)) {
            sizes(
                    g,
                    shown.clusterSizes(),
                    ClusterColours.of(
                            shown.clusterSizes().size(), shown.clusters().colours()));
        } else if (column.field().equals("starred")) {
            star(g, shown.starred());
        } else {
            text(g, shown);
        }
    }

    private void score(Graphics2D g, RunRecord shown, ScoreName score) {
        RunRecord than = model.lines().baseline();
        int right = getWidth() - MARGIN - (than == null ? 0 : CHANGE_WIDTH);
        Lines.Range range = model.lines().ranges().get(score.id());
        int barWidth = right - VALUE_WIDTH - MARGIN - MARGIN;
        if (range != null && shown.score(score).isPresent() && barWidth > 8) {
            int top = (getHeight() - BAR_HEIGHT) / 2;
            g.setColor(Colours.LINE.get());
            g.fillRoundRect(MARGIN, top, barWidth, BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
            g.setColor(Colours.SECONDARY.get());
            int filled = (int) Math.round(barWidth
                    * Math.max(0, Math.min(1, range.share(shown.score(score).getAsDouble()))));
            g.fillRoundRect(MARGIN, top, Math.max(BAR_HEIGHT, filled), BAR_HEIGHT, BAR_HEIGHT, BAR_HEIGHT);
        }
        g.setColor(Colours.TEXT.get());
        right(g, ScoreText.of(shown, score), right);
        if (than != null) {
            g.setFont(getFont().deriveFont(11f));
            if (baseline) {
                g.setColor(Colours.SECONDARY.get());
                right(g, "baseline", getWidth() - MARGIN);
            } else {
                ScoreText.Change change = ScoreText.change(shown, than, score);
                g.setColor(
                        switch (change.direction()) {
                            case BETTER -> Colours.BETTER.get();
                            case WORSE -> Colours.WORSE.get();
                            case NEITHER -> Colours.SECONDARY.get();
                        });
                right(g, change.text(), getWidth() - MARGIN);
            }
        }
    }

    private void sizes(Graphics2D g, List<Integer> sizes, ClusterColours colours) {
        int total = Math.max(1, sizes.stream().mapToInt(Integer::intValue).sum());
        int width = getWidth() - 2 * MARGIN;
        int top = (getHeight() - 10) / 2;
        double at = MARGIN;
        for (int c = 0; c < sizes.size(); c++) {
            double wide = width * sizes.get(c) / (double) total;
            int from = (int) Math.round(at);
            g.setColor(colours.colour(c));
            g.fillRect(from, top, Math.max(1, (int) Math.round(at + wide) - from), 10);
            at += wide;
        }
    }

    private void star(Graphics2D g, boolean starred) {
        g.setColor(starred ? STAR : Colours.BORDER.get());
        g.setFont(getFont().deriveFont(14f));
        FontMetrics metrics = g.getFontMetrics();
        String star = starred ? "★" : "☆";
        g.drawString(star, (getWidth() - metrics.stringWidth(star)) / 2, baseline(metrics));
    }

    private int baseline(FontMetrics metrics) {
        return (getHeight() - metrics.getHeight()) / 2 + metrics.getAscent();
    }

    private void text(Graphics2D g, RunRecord shown) {
        String text = TableText.of(shown, column);
        boolean warned = column.field().equals("smallest") && shown.degenerate();
        g.setColor(warned ? Colours.WARNING.get() : Colours.TEXT.get());
        if (column.field().equals("smallest") && !text.isEmpty()) {
            int total =
                    shown.clusterSizes().stream().mapToInt(Integer::intValue).sum();
            g.setFont(getFont());
            right(g, text, getWidth() - MARGIN - 50);
            g.setColor(warned ? Colours.WARNING.get() : Colours.SECONDARY.get());
            g.setFont(getFont().deriveFont(11f));
            String share = String.format(
                    Locale.ROOT, "%.1f %%", 100.0 * shown.smallestCluster().orElse(0) / Math.max(1, total));
            right(g, share, getWidth() - MARGIN);
            if (warned) {
                LineIcon.TRIANGLE.paintIcon(this, g, 4, (getHeight() - 16) / 2);
            }
        } else if (column.isNumber()) {
            right(g, text, getWidth() - MARGIN);
        } else {
            FontMetrics metrics = g.getFontMetrics();
            g.drawString(clipped(text, metrics, getWidth() - 2 * MARGIN), MARGIN, baseline(metrics));
        }
    }

    private static String clipped(String text, FontMetrics metrics, int width) {
        if (metrics.stringWidth(text) <= width) {
            return text;
        }
        int end = text.length();
        while (end > 0 && metrics.stringWidth(text.substring(0, end) + "…") > width) {
            end--;
        }
        return text.substring(0, end) + "…";
    }

    private void right(Graphics2D g, String text, int right) {
        FontMetrics metrics = g.getFontMetrics();
        g.drawString(text, right - metrics.stringWidth(text), baseline(metrics));
    }
}
