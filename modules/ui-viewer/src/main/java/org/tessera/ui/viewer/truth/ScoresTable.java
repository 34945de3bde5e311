// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.Component;
import java.awt.Font;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.RowSorter;
import javax.swing.SortOrder;
import javax.swing.SwingConstants;
import javax.swing.table.AbstractTableModel;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.TableRowSorter;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.Contingency;
import org.tessera.tracking.TruthScore;

/** How well every run finds the classes, sorted by any of it: a click on a head sorts, on a line selects its run. Event thread only. */
final class ScoresTable extends JTable {
    private static final long serialVersionUID = 1L;
    private static final int FIXED = 6;
    private static final int PER_CLASS = 3;
    private static final int ROOM_FOR_ARROW = 32;

    private final Model model = new Model();
    private boolean telling = true;

    ScoresTable() {
        setName("truth.scores");
        setModel(model);
        setRowHeight(24);
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setAutoResizeMode(AUTO_RESIZE_OFF);
        getTableHeader().setReorderingAllowed(false);
        setDefaultRenderer(Double.class, new Numbers());
        setDefaultRenderer(Long.class, new Numbers());
        setDefaultRenderer(Integer.class, new Numbers());
        sortAnew();
    }

    void present(TruthPresenter presenter) {
        getSelectionModel().addListSelectionListener(e -> {
            int row = getSelectedRow();
            if (telling && !e.getValueIsAdjusting() && row >= 0) {
                presenter.select(model.scores.get(convertRowIndexToModel(row)).run());
            }
        });
    }

    private void sortAnew() {
        TableRowSorter<Model> sorter = new TableRowSorter<>(model) {
            @Override
            public void toggleSortOrder(int column) {
                // numbers that are good are high: those first
                boolean first = getSortKeys().isEmpty() || getSortKeys().get(0).getColumn() != column;
                boolean low = column < 3 || (column >= FIXED && (column - FIXED) % PER_CLASS == 2);
                if (first && !low) {
                    setSortKeys(List.of(new SortKey(column, SortOrder.DESCENDING)));
                } else {
                    super.toggleSortOrder(column);
                }
            }
        };
        sorter.setSortKeys(List.of(new RowSorter.SortKey(3, SortOrder.DESCENDING)));
        setRowSorter(sorter);
    }

    void show(TruthState state) {
        List<String> classes =
                state.painting() == null ? List.of() : state.painting().layer().classes();
        telling = false;
        try {
            if (!classes.equals(model.classes)) {
                model.classes = classes;
                model.scores = state.scores();
                model.fireTableStructureChanged();
                sortAnew();
                for (int i = 0; i < getColumnCount(); i++) {
                    int head = getTableHeader()
                            .getFontMetrics(getTableHeader().getFont())
                            .stringWidth(getColumnName(i));
                    getColumnModel().getColumn(i).setPreferredWidth(i < 3 ? 56 : Math.max(68, head + ROOM_FOR_ARROW));
                }
            } else if (!state.scores().equals(model.scores)) {
                model.scores = state.scores();
                model.fireTableDataChanged();
            }
            clearSelection();
            for (int i = 0; i < model.scores.size(); i++) {
                if (Objects.equals(model.scores.get(i).run().id(), state.selected())) {
                    int row = convertRowIndexToView(i);
                    setRowSelectionInterval(row, row);
                }
            }
        } finally {
            telling = true;
        }
    }

    /** Runs and what is told of them. */
    private static final class Model extends AbstractTableModel {
        private static final long serialVersionUID = 1L;
        private transient List<String> classes = List.of();
        private transient List<TruthScore> scores = new ArrayList<>();

        @Override
        public int getRowCount() {
            return scores.size();
        }

        @Override
        public int getColumnCount() {
            return FIXED + PER_CLASS * classes.size();
        }

        @Override
        public String getColumnName(int column) {
            return switch (column) {
                case 0 -> "Run";
                case 1 -> "Grid";
                case 2 -> "k";
                case 3 -> "ARI";
                case 4 -> "AMI";
                case 5 -> "V-measure";
                default -> {
                    String name = classes.get((column - FIXED) / PER_CLASS);
                    yield switch ((column - FIXED) % PER_CLASS) {
                        case 0 -> name + " F1";
                        case 1 -> name + " TPR";
                        default -> name + " FDR";
                    };
                }
            };
        }

        @Override
        public Class<?> getColumnClass(int column) {
            return switch (column) {
                case 0 -> Long.class;
                case 1 -> String.class;
                case 2 -> Integer.class;
                default -> Double.class;
            };
        }

        @Override
        public @Nullable Object getValueAt(int row, int column) {
            TruthScore score = scores.get(row);
            return switch (column) {
                case 0 -> score.run().id();
                case 1 -> score.run().parameterText("grid").replace("x", " × ");
                case 2 -> score.run().clusterSizes().size();
                case 3 -> score.table().adjustedRand();
                case 4 -> score.table().adjustedMutualInformation();
                case 5 -> score.table().vMeasure();
                default -> {
                    Contingency.Detection found = score.detection((column - FIXED) / PER_CLASS);
                    yield switch ((column - FIXED) % PER_CLASS) {
                        case 0 -> found.f1();
                        case 1 -> found.truePositiveRate();
                        default -> found.falseDiscoveryRate();
                    };
                }
            };
        }
    }

    /** Three decimals at the right. */
    private static final class Numbers extends DefaultTableCellRenderer {
        private static final long serialVersionUID = 1L;

        @Override
        public Component getTableCellRendererComponent(
                JTable table, Object value, boolean selected, boolean focused, int row, int column) {
            Object text = value instanceof Double number
                    ? Double.isNaN(number) ? "–" : String.format(Locale.ROOT, "%.3f", number)
                    : value;
            super.getTableCellRendererComponent(table, text, selected, false, row, column);
            setHorizontalAlignment(SwingConstants.RIGHT);
            setFont(getFont().deriveFont(Font.PLAIN));
            return this;
        }
    }
}
