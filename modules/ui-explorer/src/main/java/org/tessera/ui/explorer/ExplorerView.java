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
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
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
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
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

    private final JTree tree = new JTree(new DefaultTreeModel(new DefaultMutableTreeNode()));
    private final transient Map<String, TreePath> paths = new HashMap<>();
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
        tree.getSelectionModel().setSelectionMode(TreeSelectionModel.SINGLE_TREE_SELECTION);
        tree.setCellRenderer(new ExplorerRenderer());
        tree.addTreeSelectionListener(e -> {
            if (telling && e.getNewLeadSelectionPath() != null && presenter != null) {
                presenter.selected(nodeOf(e.getNewLeadSelectionPath()));
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
        tree.setSelectionPath(path);
        ExplorerMenu.of(nodeOf(path), with).ifPresent(menu -> menu.show(tree, e.getX(), e.getY()));
    }

    private void keys(ExplorerPresenter with) {
        key(KeyEvent.VK_F2, () -> selectedRun(with).ifPresent(run -> ExplorerMenu.rename(run, with)));
        key(KeyEvent.VK_DELETE, () -> selectedRun(with).ifPresent(with::delete));
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
        if (tree.getModel() instanceof DefaultTreeModel model
                && model.getRoot() instanceof DefaultMutableTreeNode root) {
            for (Enumeration<?> all = root.depthFirstEnumeration(); all.hasMoreElements(); ) {
                model.nodeChanged((DefaultMutableTreeNode) all.nextElement());
            }
        }
    }

    void present(ExplorerPresenter with) {
        presenter = with;
        done.onUndo(with::undo);
        keys(with);
        tree.setDragEnabled(true);
        tree.setDropMode(DropMode.ON);
        tree.setTransferHandler(new RunDrag(
                tree, ExplorerView::nodeOf, with::canMove, (run, experiment) -> with.move(run, experiment.text())));
    }

    @Override
    public void show(ExplorerNode root, boolean expandAll, boolean empty) {
        Set<String> expanded = new HashSet<>();
        paths.forEach((key, path) -> {
            if (tree.isExpanded(path)) {
                expanded.add(key);
            }
        });
        Set<String> known = new HashSet<>(paths.keySet());
        telling = false;
        try {
            paths.clear();
            DefaultMutableTreeNode top = build(root, null);
            tree.setModel(new DefaultTreeModel(top));
            paths.forEach((key, path) -> {
                boolean isNew = !known.contains(key) && nodeOf(path).kind() != ExplorerNode.Kind.SWEEP;
                if (expanded.contains(key) || isNew || expandAll) {
                    tree.expandPath(path);
                }
            });
        } finally {
            telling = true;
        }
        cards.show(body, empty ? EMPTY : TREE);
    }

    private DefaultMutableTreeNode build(ExplorerNode node, @Nullable TreePath parent) {
        DefaultMutableTreeNode swing = new DefaultMutableTreeNode(node);
        TreePath path = parent == null ? new TreePath(swing) : parent.pathByAddingChild(swing);
        paths.put(node.key(), path);
        for (ExplorerNode child : node.children()) {
            swing.add(build(child, path));
        }
        return swing;
    }

    @Override
    public void showDone(String sentence) {
        done.show(sentence);
    }

    @Override
    public void select(String key) {
        TreePath path = paths.get(key);
        telling = false;
        try {
            if (path == null) {
                tree.clearSelection();
            } else if (!Collections.singletonList(path)
                    .equals(tree.getSelectionPath() == null ? List.of() : List.of(tree.getSelectionPath()))) {
                tree.setSelectionPath(path);
                tree.scrollPathToVisible(path);
            }
        } finally {
            telling = true;
        }
    }

    private static ExplorerNode nodeOf(TreePath path) {
        return (ExplorerNode) ((DefaultMutableTreeNode) path.getLastPathComponent()).getUserObject();
    }
}
