// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.BorderLayout;
import java.awt.CardLayout;
import java.awt.FlowLayout;
import java.awt.GridBagLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.Action;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.ScrollPaneConstants;
import javax.swing.SwingConstants;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.tree.DefaultMutableTreeNode;
import javax.swing.tree.DefaultTreeModel;
import javax.swing.tree.TreePath;
import javax.swing.tree.TreeSelectionModel;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.LineIcon;

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
    private transient Consumer<ExplorerNode> selected = node -> {};
    private transient Consumer<ExplorerNode> resumed = node -> {};
    private transient Consumer<String> filtered = text -> {};
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
            if (telling && e.getNewLeadSelectionPath() != null) {
                selected.accept(nodeOf(e.getNewLeadSelectionPath()));
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
        body.add(filled, TREE);
        body.add(empty(emptyActions), EMPTY);
        add(body);
    }

    private void menu(MouseEvent e) {
        TreePath path = tree.getPathForLocation(e.getX(), e.getY());
        if (!e.isPopupTrigger() || path == null || !ExplorerPresenter.resumable(nodeOf(path))) {
            return;
        }
        ExplorerNode node = nodeOf(path);
        tree.setSelectionPath(path);
        JMenuItem resume = new JMenuItem("Resume the sweep");
        resume.setName("explorer.resume");
        resume.addActionListener(chosen -> resumed.accept(node));
        JPopupMenu menu = new JPopupMenu();
        menu.add(resume);
        menu.show(tree, e.getX(), e.getY());
    }

    private JPanel filterBar() {
        filter.setName("explorer.filter");
        filter.putClientProperty("JTextField.placeholderText", "Filter");
        filter.putClientProperty("JTextField.leadingIcon", LineIcon.SEARCH);
        filter.putClientProperty("JTextField.showClearButton", true);
        filter.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                filtered.accept(filter.getText());
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                filtered.accept(filter.getText());
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                filtered.accept(filter.getText());
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
            for (java.util.Enumeration<?> all = root.depthFirstEnumeration(); all.hasMoreElements(); ) {
                model.nodeChanged((DefaultMutableTreeNode) all.nextElement());
            }
        }
    }

    void onSelect(Consumer<ExplorerNode> listener) {
        selected = listener;
    }

    void onResume(Consumer<ExplorerNode> listener) {
        resumed = listener;
    }

    void onFilter(Consumer<String> listener) {
        filtered = listener;
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

    private DefaultMutableTreeNode build(ExplorerNode node, @org.jspecify.annotations.Nullable TreePath parent) {
        DefaultMutableTreeNode swing = new DefaultMutableTreeNode(node);
        TreePath path = parent == null ? new TreePath(swing) : parent.pathByAddingChild(swing);
        paths.put(node.key(), path);
        for (ExplorerNode child : node.children()) {
            swing.add(build(child, path));
        }
        return swing;
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
