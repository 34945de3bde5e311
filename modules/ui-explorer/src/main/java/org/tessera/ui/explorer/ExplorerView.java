// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.GridBagLayout;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.AbstractAction;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.DropMode;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.KeyStroke;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunRecord;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.LineIcon;
import org.tessera.workbench.ui.UndoBar;

/** The explorer's tree, or what to do where there is nothing yet. Event thread only. */
final class ExplorerView extends JPanel implements ExplorerPresenter.View {
    private static final long serialVersionUID = 1L;
    private static final String TREE = "tree";
    private static final String EMPTY = "empty";

    private static final int ROW_HEIGHT = 22;

    private transient ExplorerModel model =
            new ExplorerModel(ExplorerNode.of(ExplorerNode.Kind.ROOT, 0, "", "", "", ExplorerNode.Mark.NONE, List::of));
    private final JTree tree = new JTree(model);
    private final transient Set<String> keys = new HashSet<>();
    private final CardLayout cards = new CardLayout();
    private final JPanel body = new JPanel(cards);
    private final JTextField filter = new JTextField();
    private final UndoBar done = new UndoBar("explorer");
    private transient @Nullable ExplorerPresenter presenter;
    private boolean telling = true;

    ExplorerView(List<Action> emptyActions) {
        super(new BorderLayout());
        tree.setName("explorer.tree");
        tree.setBorder(BorderFactory.createEmptyBorder(0, 6, 8, 0));
        tree.setRootVisible(false);
        tree.setShowsRootHandles(true);
        // with rows of one height a tree of many thousands asks only for those it shows
        tree.setRowHeight(ROW_HEIGHT);
        tree.setLargeModel(true);
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.DISCONTIGUOUS_TREE_SELECTION);
        tree.setCellRenderer(new ExplorerRenderer());
        tree.addTreeSelectionListener(e -> {
            TreePath[] all = tree.getSelectionPaths();
            if (telling && all != null && all.length > 0 && presenter != null) {
                TreePath lead = e.getNewLeadSelectionPath();
                presenter.selected(
                        nodeOf(lead == null || !tree.isPathSelected(lead) ? all[0] : lead),
                        Arrays.stream(all).map(ExplorerView::nodeOf).toList());
            }
        });
        tree.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                menu(e);
            }

            @Override
            public void mouseReleased(MouseEvent e) {
                menu(e);
            }
        });
        JScrollPane scroll = new JScrollPane(tree);
        scroll.setBorder(null);
        scroll.setHorizontalScrollBarPolicy(ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        JPanel filled = new JPanel(new BorderLayout());
        filled.add(filterBar(), BorderLayout.NORTH);
        filled.add(scroll);
        filled.add(done, BorderLayout.SOUTH);
        body.add(filled, TREE);
        body.add(empty(emptyActions), EMPTY);
        add(body);
    }

    private void menu(MouseEvent e) {
        TreePath path = tree.getPathForLocation(e.getX(), e.getY());
        ExplorerPresenter with = presenter;
        if (!e.isPopupTrigger() || path == null || with == null) {
            return;
        }
        if (!tree.isPathSelected(path)) {
            tree.setSelectionPath(path);
        }
        ExplorerMenu.of(nodeOf(path), with).ifPresent(menu -> menu.show(tree, e.getX(), e.getY()));
    }

    private void keys(ExplorerPresenter with) {
        key(KeyEvent.VK_F2, () -> selectedRun(with).ifPresent(run -> ExplorerMenu.rename(run, with)));
        key(KeyEvent.VK_DELETE, () -> selectedRun(with).ifPresent(run -> with.delete()));
    }

    private Optional<RunRecord> selectedRun(ExplorerPresenter with) {
        TreePath path = tree.getSelectionPath();
        return path == null ? Optional.empty() : with.run(nodeOf(path));
    }

    private void key(int code, Runnable action) {
        String name = "tessera." + code;
        tree.getInputMap().put(KeyStroke.getKeyStroke(code, 0), name);
        tree.getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                action.run();
            }
        });
    }

    private void filtered() {
        if (presenter != null) {
            presenter.filter(filter.getText());
        }
    }

    private JPanel filterBar() {
        filter.setName("explorer.filter");
        filter.putClientProperty("JTextField.placeholderText", "Filter");
        filter.putClientProperty("JTextField.leadingIcon", LineIcon.SEARCH);
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                filtered();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                filtered();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                filtered();
            }
        });
        JPanel bar = new JPanel(new BorderLayout());
        bar.setBorder(BorderFactory.createEmptyBorder(8, 8, 6, 8));
        bar.add(filter);
        return bar;
    }

    private static JPanel empty(List<Action> actions) {
        JPanel column = new JPanel();
        column.setLayout(new BoxLayout(column, BoxLayout.Y_AXIS));
        JLabel sentence = new JLabel("No project yet.", SwingConstants.CENTER);
        sentence.setForeground(Colours.SECONDARY.get());
        sentence.setAlignmentX(CENTER_ALIGNMENT);
        column.add(sentence);
        for (Action action : actions) {
            JPanel line = new JPanel(new FlowLayout(FlowLayout.CENTER, 0, 0));
            line.add(new JButton(action));
            column.add(Box.createVerticalStrut(8));
            column.add(line);
        }
        JPanel centred = new JPanel(new GridBagLayout());
        centred.add(column);
        return centred;
    }

    /** Lines are as wide as the window: measures them again. */
    void widthChanged() {
        tree.revalidate();
        tree.repaint();
    }

    void present(ExplorerPresenter with) {
        presenter = with;
        done.onUndo(with::undo);
        keys(with);
        tree.setDragEnabled(true);
        tree.setDropMode(DropMode.ON);
        tree.setTransferHandler(
                new RunDrag(tree, ExplorerView::nodeOf, with::canMove, experiment -> with.move(experiment.text())));
    }

    @Override
    public void show(ExplorerNode root, boolean expandAll, boolean empty) {
        Set<String> expanded = new HashSet<>();
        everyOpen(model.root(), new TreePath(model.root()), path -> {
            if (tree.isExpanded(path)) {
                expanded.add(nodeOf(path).key());
            }
        });
        Set<String> known = Set.copyOf(keys);
        telling = false;
        try {
            model = new ExplorerModel(root);
            tree.setModel(model);
            keys.clear();
            everyOpen(root, new TreePath(root), path -> {
                ExplorerNode node = nodeOf(path);
                keys.add(node.key());
                boolean isNew = !known.contains(node.key()) && node.kind() != ExplorerNode.Kind.SWEEP;
                if (expanded.contains(node.key()) || isNew || expandAll) {
                    tree.expandPath(path);
                }
            });
        } finally {
            telling = true;
        }
        cards.show(body, empty ? EMPTY : TREE);
    }

    /** The lines that can be expanded, from the top down; sweeps are looked into by nobody. */
    private static void everyOpen(ExplorerNode node, TreePath path, Consumer<TreePath> take) {
        take.accept(path);
        if (node.kind() != ExplorerNode.Kind.SWEEP) {
            node.children().stream()
                    .filter(child -> !child.leaf())
                    .forEach(child -> everyOpen(child, path.pathByAddingChild(child), take));
        }
    }

    @Override
    public void tell(String sentence) {
        done.tell(sentence);
    }

    @Override
    public void showWritten(Path file) {
        Path folder = Objects.requireNonNullElse(file.toAbsolutePath().getParent(), file);
        boolean bundle = file.toString().endsWith("." + RunFile.BUNDLE.ending());
        done.offer(
                file.getFileName() + " is written in " + folder,
                bundle ? "Folder" : "Open",
                () -> ExplorerMenu.open(bundle ? folder : file));
    }

    @Override
    public void showDone(String sentence) {
        done.show(sentence);
    }

    @Override
    public void select(List<List<String>> keysDown) {
        TreePath[] wanted =
                keysDown.stream().map(model::path).flatMap(Optional::stream).toArray(TreePath[]::new);
        TreePath[] now = tree.getSelectionPaths();
        telling = false;
        try {
            if (wanted.length == 0) {
                tree.clearSelection();
            } else if (now == null || !Set.of(now).equals(Set.of(wanted))) {
                boolean seen = tree.isPathSelected(wanted[0]);
                tree.setSelectionPaths(wanted);
                if (!seen) {
                    tree.scrollPathToVisible(wanted[0]);
                }
            }
        } finally {
            telling = true;
        }
    }

    private static ExplorerNode nodeOf(TreePath path) {
        return (ExplorerNode) path.getLastPathComponent();
    }
}
