// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.compare;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ToolTipManager;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ColourMap;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.BestRun;
import org.tessera.workbench.ui.Colours;

/**
 * How alike many runs are: a matrix of adjusted Rand indices in which those that are alike stand together, and the families of
 * runs that are nearly the same. A click on a cell sets its two runs side by side. Event thread only.
 */
final class AlikePanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JLabel title = new JLabel(" ");
    private final JTextArea families = new JTextArea();
    private final Matrix matrix = new Matrix();
    private transient CompareState.@Nullable Alike alike;
    private transient @Nullable ComparePresenter presenter;

    AlikePanel() {
        super(new BorderLayout(12, 8));
        setBorder(BorderFactory.createEmptyBorder(8, 12, 12, 12));
        title.setName("compare.alike");
        families.setName("compare.families");
        families.setEditable(false);
        families.setLineWrap(true);
        families.setWrapStyleWord(true);
        families.setOpaque(false);
        JScrollPane scroll = new JScrollPane(families);
        scroll.setBorder(BorderFactory.createLineBorder(Colours.LINE.get()));
        scroll.setPreferredSize(new Dimension(280, 200));
        add(title, BorderLayout.NORTH);
        add(matrix);
        add(scroll, BorderLayout.EAST);
    }

    void present(ComparePresenter with) {
        presenter = with;
    }

    void show(CompareState.Alike shown) {
        alike = shown;
        List<List<Integer>> several = shown.similarity().families().stream()
                .filter(family -> family.size() > 1)
                .toList();
        long together = several.stream().mapToLong(List::size).sum();
        title.setText(shown.runs().size() + " runs make "
                + shown.similarity().families().size() + " partitions; " + together
                + " runs are nearly the same as others (adjusted Rand index of 0.99 or more)");
        families.setText(several.stream()
                .map(family -> family.size() + " runs, best run "
                        + BestRun.orFirst(family.stream().map(shown.runs()::get).toList(), ScoreName.SILHOUETTE)
                                .id() + ":\n"
                        + family.stream()
                                .map(place ->
                                        Long.toString(shown.runs().get(place).id()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("\n\n")));
        families.setCaretPosition(0);
        matrix.repaint();
    }

    /** The cells. */
    private final class Matrix extends JComponent {
        private static final long serialVersionUID = 1L;
        private static final int LEAST_FOR_GAPS = 4;

        Matrix() {
            setName("compare.matrix");
            ToolTipManager.sharedInstance().registerComponent(this);
            addMouseListener(new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent e) {
                    CompareState.Alike shown = alike;
                    ComparePresenter with = presenter;
                    int row = place(e.getY());
                    int column = place(e.getX());
                    if (shown != null && with != null && row >= 0 && column >= 0) {
                        with.choose(run(shown, row).id(), run(shown, column).id());
                    }
                }
            });
        }

        private double cell() {
            CompareState.Alike shown = alike;
            int count = shown == null ? 0 : shown.runs().size();
            return count == 0 ? 0 : Math.min(28, Math.min(getWidth(), getHeight()) / (double) count);
        }

        private int place(int at) {
            CompareState.Alike shown = alike;
            int place = cell() == 0 ? -1 : (int) (at / cell());
            return shown != null && place < shown.runs().size() ? place : -1;
        }

        private RunRecord run(CompareState.Alike shown, int place) {
            return shown.runs().get(shown.similarity().order().get(place));
        }

        private double value(CompareState.Alike shown, int row, int column) {
            List<Integer> order = shown.similarity().order();
            return shown.similarity().rand().get(order.get(row)).get(order.get(column));
        }

        @Override
        public @Nullable String getToolTipText(MouseEvent e) {
            CompareState.Alike shown = alike;
            int row = place(e.getY());
            int column = place(e.getX());
            return shown == null || row < 0 || column < 0
                    ? null
                    : String.format(
                            Locale.ROOT,
                            "Run %d and run %d: adjusted Rand index %.3f; click to see them side by side",
                            run(shown, row).id(),
                            run(shown, column).id(),
                            value(shown, row, column));
        }

        @Override
        protected void paintComponent(Graphics g) {
            CompareState.Alike shown = alike;
            if (shown == null) {
                return;
            }
            double cell = cell();
            int count = shown.runs().size();
            int gap = cell > LEAST_FOR_GAPS ? 1 : 0;
            for (int row = 0; row < count; row++) {
                for (int column = 0; column < count; column++) {
                    Color colour = ColourMap.VIRIDIS.heat(Math.max(0, value(shown, row, column)));
                    int x = (int) Math.round(column * cell);
                    int y = (int) Math.round(row * cell);
                    g.setColor(colour);
                    g.fillRect(
                            x,
                            y,
                            Math.max(1, (int) Math.round((column + 1) * cell) - x - gap),
                            Math.max(1, (int) Math.round((row + 1) * cell) - y - gap));
                }
            }
        }
    }
}
