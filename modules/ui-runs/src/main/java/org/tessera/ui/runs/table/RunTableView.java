// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.GridBagLayout;
import java.awt.Toolkit;
import java.awt.datatransfer.StringSelection;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javax.swing.AbstractAction;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.UndoBar;

/** The run table with its query field and buttons. Event thread only. */
final class RunTableView extends JPanel implements RunTablePresenter.View {
    private static final long serialVersionUID = 1L;
    private static final String TABLE = "table";
    private static final String EMPTY = "empty";

    private final RunTableModel model = new RunTableModel();
    private final RunJTable table = new RunJTable(model);
    private final HeadRenderer head = new HeadRenderer(model);
    private final QueryField query =
            new QueryField(() -> presenter().fields(), text -> presenter().setCondition(text));
    private final JLabel error = new JLabel(" ");
    private final JLabel count = new JLabel(" ");
    private final JButton grouped = new JButton("Group");
    private final JButton columns = new JButton("Columns");
    private final JButton saved = new JButton("Saved queries");
    private final UndoBar done = new UndoBar("runs");
    private final JLabel nothing = new JLabel("", SwingConstants.CENTER);
    private final JButton clear = new JButton("Clear");
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private transient Map<String, String> queries = new LinkedHashMap<>();
    private transient @Nullable RunTablePresenter presenter;
    private boolean telling = true;

    RunTableView() {
        super(new BorderLayout());
        grouped.setName("runs.grouped");
        columns.setName("runs.columns");
        saved.setName("runs.saved");
        error.setName("runs.error");
        count.setName("runs.count");
        clear.setName("runs.clear");
        table.getTableHeader().setDefaultRenderer(head);
        JScrollPane scroll = new JScrollPane(table);
        scroll.setBorder(null);
        body.add(scroll, TABLE);
        body.add(empty(), EMPTY);
        add(bar(), BorderLayout.NORTH);
        add(body);
        add(done, BorderLayout.SOUTH);
        listen();
    }

    private RunTablePresenter presenter() {
        return Objects.requireNonNull(presenter);
    }

    void present(RunTablePresenter with) {
        presenter = with;
        done.onUndo(with::undo);
    }

    private JPanel bar() {
        error.setForeground(Colours.WORSE.get());
        error.setFont(error.getFont().deriveFont(11f));
        error.setVisible(false);
        count.setForeground(Colours.SECONDARY.get());
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.RIGHT, 6, 0));
        buttons.add(count);
        buttons.add(saved);
        buttons.add(grouped);
        buttons.add(columns);
        JPanel line = new JPanel(new BorderLayout(8, 0));
        line.add(query);
        line.add(buttons, BorderLayout.EAST);
        JPanel bar = new JPanel(new BorderLayout(0, 4));
        bar.add(line);
        bar.add(error, BorderLayout.SOUTH);
        bar.setBorder(BorderFactory.createCompoundBorder(
                BorderFactory.createMatteBorder(0, 0, 1, 0, Colours.LINE.get()),
                BorderFactory.createEmptyBorder(8, 12, 8, 8)));
        return bar;
    }

    private JPanel empty() {
        nothing.setForeground(Colours.SECONDARY.get());
        clear.addActionListener(e -> query.setText(""));
        JPanel inner = new JPanel(new FlowLayout(FlowLayout.CENTER, 8, 0));
        inner.add(nothing);
        inner.add(clear);
        JPanel centred = new JPanel(new GridBagLayout());
        centred.add(inner);
        return centred;
    }

    private void listen() {
        grouped.addActionListener(e -> TableMenus.groups(presenter()).show(grouped, 0, grouped.getHeight()));
        columns.addActionListener(e -> TableMenus.columns(presenter()).show(columns, 0, columns.getHeight()));
        saved.addActionListener(e -> TableMenus.queries(presenter(), queries, query.getText(), query::setText)
                .show(saved, 0, saved.getHeight()));
        table.getSelectionModel().addListSelectionListener(e -> {
            if (telling && !e.getValueIsAdjusting()) {
                presenter().select(chosen());
            }
        });
        table.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                pressed(e);
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                menu(e);
            }
        });
        table.getTableHeader().addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                int index = table.getTableHeader().columnAtPoint(e.getPoint());
                if (index >= 0) {
                    presenter().sort(model.column(table.convertColumnIndexToModel(index)), e.isShiftDown());
                }
            }
        });
        key(KeyStroke.getKeyStroke(KeyEvent.VK_C, Toolkit.getDefaultToolkit().getMenuShortcutKeyMaskEx()), this::copy);
        key(KeyStroke.getKeyStroke(KeyEvent.VK_DELETE, 0), () -> presenter().deleteSelected());
    }

    private void key(KeyStroke stroke, Runnable action) {
        table.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(stroke, stroke.toString());
        table.getActionMap().put(stroke.toString(), new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                action.run();
            }
        });
    }

    private void copy() {
        Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new StringSelection(presenter().csv()), null);
    }

    private Set<Long> chosen() {
        Set<Long> runs = new LinkedHashSet<>();
        for (int row : table.getSelectedRows()) {
            model.lines().run(row).ifPresent(run -> runs.add(run.id()));
        }
        return runs;
    }

    private void pressed(MouseEvent e) {
        int row = table.rowAtPoint(e.getPoint());
        int index = table.columnAtPoint(e.getPoint());
        if (row >= 0 && e.getButton() == MouseEvent.BUTTON1) {
            if (model.lines().lines().get(row) instanceof Lines.Group group) {
                presenter().turn(group.value());
            } else if (index >= 0
                    && model.column(table.convertColumnIndexToModel(index))
                            .field()
                            .equals("starred")) {
                model.lines().run(row).ifPresent(presenter()::star);
            }
        }
        menu(e);
    }

    private void menu(MouseEvent e) {
        int row = table.rowAtPoint(e.getPoint());
        if (!e.isPopupTrigger() || row < 0 || model.lines().run(row).isEmpty()) {
            return;
        }
        if (!table.isRowSelected(row)) {
            table.setRowSelectionInterval(row, row);
        }
        TableMenus.runs(presenter(), model.lines().run(row).get(), this::copy).show(table, e.getX(), e.getY());
    }

    @Override
    public void show(Lines lines, List<Column> shown, TableQuery asked) {
        boolean widths = model.getColumnCount() != shown.size()
                || (model.lines().baseline() == null) != (lines.baseline() == null);
        telling = false;
        try {
            model.show(lines, shown);
        } finally {
            telling = true;
        }
        if (widths) {
            table.fitColumns();
        }
        head.show(asked.sorts());
        table.getTableHeader().repaint();
        grouped.setText(
                asked.groupBy().isEmpty()
                        ? "Group"
                        : "Group: " + Column.of(asked.groupBy()).title().toLowerCase(Locale.ROOT));
        count.setText(
                lines.matching() == lines.total()
                        ? String.format(Locale.ROOT, "%,d runs", lines.total())
                        : String.format(Locale.ROOT, "%,d of %,d runs", lines.matching(), lines.total()));
        boolean none = lines.lines().isEmpty();
        nothing.setText(
                lines.total() == 0 ? "Nothing recorded yet. Set the parameters and press Record." : "No run matches.");
        clear.setVisible(lines.total() > 0);
        cards.show(body, none ? EMPTY : TABLE);
    }

    @Override
    public void showError(String sentence) {
        error.setText(sentence);
        error.setToolTipText(sentence.isEmpty() ? null : sentence);
        error.setVisible(!sentence.isEmpty());
        query.putClientProperty("JComponent.outline", sentence.isEmpty() ? null : "error");
        revalidate();
    }

    @Override
    public void select(Set<Long> runs) {
        telling = false;
        try {
            table.clearSelection();
            for (long run : runs) {
                int row = model.lines().lineOf(run);
                if (row >= 0) {
                    table.addRowSelectionInterval(row, row);
                    if (runs.size() == 1) {
                        table.scrollRectToVisible(table.getCellRect(row, 0, true));
                    }
                }
            }
        } finally {
            telling = true;
        }
    }

    @Override
    public void showQueries(Map<String, String> all) {
        queries = new LinkedHashMap<>(all);
    }

    @Override
    public void showNotice(String sentence) {
        done.show(sentence);
    }
}
