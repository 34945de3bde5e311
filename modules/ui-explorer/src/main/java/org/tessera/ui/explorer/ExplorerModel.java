// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.util.List;
import java.util.Optional;
import javax.swing.event.TreeModelListener;
import javax.swing.tree.TreeModel;
import javax.swing.tree.TreePath;

/** The explorer's lines for a tree that asks only for those it shows. It never changes. Event thread only. */
final class ExplorerModel implements TreeModel {
    private final ExplorerNode root;

    ExplorerModel(ExplorerNode root) {
        this.root = root;
    }

    @Override
    public Object getRoot() {
        return root;
    }

    ExplorerNode root() {
        return root;
    }

    private static List<ExplorerNode> below(Object parent) {
        return ((ExplorerNode) parent).children();
    }

    @Override
    public Object getChild(Object parent, int index) {
        return below(parent).get(index);
    }

    @Override
    public int getChildCount(Object parent) {
        return ((ExplorerNode) parent).leaf() ? 0 : below(parent).size();
    }

    @Override
    public boolean isLeaf(Object node) {
        return ((ExplorerNode) node).leaf();
    }

    @Override
    public int getIndexOfChild(Object parent, Object child) {
        return below(parent).indexOf(child);
    }

    /** The path of lines with some keys, each below the one before; empty if there is none. */
    Optional<TreePath> path(List<String> keys) {
        TreePath path = new TreePath(root);
        ExplorerNode last = root;
        for (String key : keys) {
            Optional<ExplorerNode> next = last.children().stream()
                    .filter(child -> child.key().equals(key))
                    .findFirst();
            if (next.isEmpty()) {
                return Optional.empty();
            }
            last = next.get();
            path = path.pathByAddingChild(last);
        }
        return keys.isEmpty() ? Optional.empty() : Optional.of(path);
    }

    @Override
    public void valueForPathChanged(TreePath path, Object value) {
        throw new UnsupportedOperationException("lines are not edited in place");
    }

    @Override
    public void addTreeModelListener(TreeModelListener listener) {
        // nothing ever changes
    }

    @Override
    public void removeTreeModelListener(TreeModelListener listener) {
        // nothing ever changes
    }
}
