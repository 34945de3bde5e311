// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Predicate;
import javax.swing.JComponent;
import javax.swing.JTree;
import javax.swing.TransferHandler;
import javax.swing.tree.TreePath;
import org.jspecify.annotations.Nullable;

/** Runs are dragged to another experiment. Event thread only. */
final class RunDrag extends TransferHandler {
    private static final long serialVersionUID = 1L;
    private static final String PREFIX = "tessera-run:";

    private final transient JTree tree;
    private final transient Function<TreePath, ExplorerNode> nodeOf;
    private final transient Predicate<ExplorerNode> allowed;
    private final transient Consumer<ExplorerNode> moved;

    /**
     * @param nodeOf the line of a path
     * @param allowed whether the chosen runs can be moved to a line
     * @param moved moves them
     */
    RunDrag(
            JTree tree,
            Function<TreePath, ExplorerNode> nodeOf,
            Predicate<ExplorerNode> allowed,
            Consumer<ExplorerNode> moved) {
        this.tree = tree;
        this.nodeOf = nodeOf;
        this.allowed = allowed;
        this.moved = moved;
    }

    @Override
    public int getSourceActions(JComponent component) {
        return MOVE;
    }

    @Override
    protected @Nullable Transferable createTransferable(JComponent component) {
        TreePath path = tree.getSelectionPath();
        return path == null || nodeOf.apply(path).kind() != ExplorerNode.Kind.RUN
                ? null
                : new StringSelection(PREFIX + nodeOf.apply(path).id());
    }

    @Override
    public boolean canImport(TransferSupport support) {
        if (!support.isDataFlavorSupported(DataFlavor.stringFlavor)
                || !(support.isDrop() && support.getDropLocation() instanceof JTree.DropLocation)) {
            return false;
        }
        TreePath path = ((JTree.DropLocation) support.getDropLocation()).getPath();
        TreePath dragged = tree.getSelectionPath();
        return path != null
                && dragged != null
                && nodeOf.apply(dragged).kind() == ExplorerNode.Kind.RUN
                && allowed.test(nodeOf.apply(path));
    }

    @Override
    public boolean importData(TransferSupport support) {
        if (!canImport(support)) {
            return false;
        }
        try {
            String text = (String) support.getTransferable().getTransferData(DataFlavor.stringFlavor);
            TreePath path = ((JTree.DropLocation) support.getDropLocation()).getPath();
            if (!text.startsWith(PREFIX)) {
                return false;
            }
            moved.accept(nodeOf.apply(path));
            return true;
        } catch (UnsupportedFlavorException | IOException e) {
            return false;
        }
    }
}
