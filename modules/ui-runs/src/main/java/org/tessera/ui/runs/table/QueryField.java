// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.awt.Dimension;
import java.awt.Font;
import java.awt.Point;
import java.awt.event.ActionEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.awt.geom.Rectangle2D;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.JList;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.BadLocationException;

/** A condition as it is typed, with the names of fields to choose from. Event thread only. */
final class QueryField extends JTextField {
    private static final long serialVersionUID = 1L;
    private static final int CALM_MILLIS = 150;
    private static final int MOST = 10;
    private static final List<String> WORDS = List.of("and", "or", "not", "in", "contains", "is null", "tag");

    private final transient Supplier<Set<String>> fields;
    private final JList<String> list = new JList<>();
    private final JPopupMenu popup = new JPopupMenu();
    private boolean completing;

    /**
     * @param fields names to choose from
     * @param typed hears the condition, a moment after the last key
     */
    QueryField(Supplier<Set<String>> fields, Consumer<String> typed) {
        this.fields = fields;
        setName("runs.query");
        setFont(new Font(Font.MONOSPACED, Font.PLAIN, 12));
        putClientProperty("JTextField.placeholderText", "clusters in (2, 3) and (silhouette > 0.5 or tag = \"good\")");
        putClientProperty("JTextField.showClearButton", true);
        Timer calm = new Timer(CALM_MILLIS, e -> typed.accept(getText()));
        calm.setRepeats(false);
        getDocument().addDocumentListener(new DocumentListener() {
            private void changed() {
                calm.restart();
                if (!completing && hasFocus()) {
                    SwingUtilities.invokeLater(QueryField.this::offer);
                }
            }

            @Override
            public void insertUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                changed();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                changed();
            }
        });
        popup.setFocusable(false);
        list.setFocusable(false);
        list.setName("runs.query.completion");
        list.addMouseListener(new MouseAdapter() {
            @Override
            public void mousePressed(MouseEvent e) {
                list.setSelectedIndex(list.locationToIndex(e.getPoint()));
                accept();
            }
        });
        JScrollPane scroll = new JScrollPane(list);
        scroll.setBorder(null);
        popup.add(scroll);
        key(KeyEvent.VK_DOWN, () -> move(1));
        key(KeyEvent.VK_UP, () -> move(-1));
        key(KeyEvent.VK_ENTER, this::accept);
        key(KeyEvent.VK_TAB, this::accept);
        key(KeyEvent.VK_ESCAPE, () -> popup.setVisible(false));
        setFocusTraversalKeysEnabled(false);
    }

    private void key(int code, Runnable action) {
        String name = "tessera." + code;
        getInputMap().put(KeyStroke.getKeyStroke(code, 0), name);
        getActionMap().put(name, new AbstractAction() {
            private static final long serialVersionUID = 1L;

            @Override
            public void actionPerformed(ActionEvent e) {
                if (popup.isVisible()) {
                    action.run();
                } else if (code == KeyEvent.VK_TAB) {
                    transferFocus();
                } else if (code == KeyEvent.VK_DOWN) {
                    offer();
                }
            }
        });
    }

    private void move(int by) {
        int next = Math.floorMod(list.getSelectedIndex() + by, list.getModel().getSize());
        list.setSelectedIndex(next);
        list.ensureIndexIsVisible(next);
    }

    /** The names that go on what stands before the caret; none within a text in quotes. */
    static List<String> completions(String before, Collection<String> names) {
        if (before.chars().filter(c -> c == '"').count() % 2 == 1) {
            return List.of();
        }
        String word = word(before).toLowerCase(Locale.ROOT);
        if (word.isEmpty()) {
            return List.of();
        }
        Set<String> fitting = new TreeSet<>(names);
        fitting.addAll(WORDS);
        return fitting.stream()
                .filter(name -> name.contains(word) && !name.equals(word))
                .sorted((a, b) -> Boolean.compare(b.startsWith(word), a.startsWith(word)))
                .toList();
    }

    private static String word(String before) {
        int from = before.length();
        while (from > 0 && (Character.isLetterOrDigit(before.charAt(from - 1)) || before.charAt(from - 1) == '_')) {
            from--;
        }
        String word = before.substring(from);
        return word.isEmpty() || Character.isDigit(word.charAt(0)) ? "" : word;
    }

    private String before() {
        return getText().substring(0, Math.min(getCaretPosition(), getText().length()));
    }

    private void offer() {
        List<String> names = completions(before(), fields.get());
        if (names.isEmpty() || !isShowing()) {
            popup.setVisible(false);
            return;
        }
        list.setListData(names.toArray(String[]::new));
        list.setVisibleRowCount(Math.min(MOST, names.size()));
        list.setSelectedIndex(0);
        popup.setPreferredSize(new Dimension(240, list.getPreferredScrollableViewportSize().height + 8));
        Point at;
        try {
            Rectangle2D caret =
                    modelToView2D(getCaretPosition() - word(before()).length());
            at = new Point((int) caret.getX(), getHeight());
        } catch (BadLocationException e) {
            at = new Point(0, getHeight());
        }
        popup.pack();
        popup.show(this, at.x, at.y);
        requestFocusInWindow();
    }

    private void accept() {
        String chosen = list.getSelectedValue();
        popup.setVisible(false);
        if (chosen == null) {
            return;
        }
        String word = word(before());
        int caret = getCaretPosition();
        completing = true;
        try {
            select(caret - word.length(), caret);
            replaceSelection(chosen + " ");
        } finally {
            completing = false;
        }
    }
}
