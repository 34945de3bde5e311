// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the explorer would show. */
final class ExplorerScreen implements ExplorerPresenter.View {
    ExplorerNode root = ExplorerNode.of(ExplorerNode.Kind.ROOT, 0, "", "", "", ExplorerNode.Mark.NONE, List::of);
    boolean expanded;
    boolean empty;
    String selected = "";
    List<String> all = List.of();
    String done = "";
    String told = "";
    final List<Path> written = new ArrayList<>();

    @Override
    public void show(ExplorerNode shown, boolean expandAll, boolean nothing) {
        root = shown;
        expanded = expandAll;
        empty = nothing;
    }

    @Override
    public void select(List<List<String>> paths) {
        List<String> path = paths.get(0);
        selected = path.isEmpty() ? "" : path.get(path.size() - 1);
        all = paths.stream()
                .map(one -> one.isEmpty() ? "" : one.get(one.size() - 1))
                .toList();
    }

    @Override
    public void tell(String sentence) {
        told = sentence;
    }

    @Override
    public void showWritten(Path file) {
        written.add(file);
    }

    @Override
    public void showDone(String sentence) {
        done = sentence;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        root.children().forEach(child -> collect(child, "", lines));
        return lines;
    }

    private static void collect(ExplorerNode node, String indent, List<String> lines) {
        lines.add(indent + node.text() + " | " + node.detail());
        node.children().forEach(child -> collect(child, indent + "  ", lines));
    }

    ExplorerNode find(String key) {
        return find(root, key);
    }

    private static ExplorerNode find(ExplorerNode node, String key) {
        return node.key().equals(key)
                ? node
                : node.children().stream()
                        .map(child -> find(child, key))
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(null);
    }
}
