// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Locale;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JColorChooser;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JPopupMenu;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.SwingConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ClusterPalette;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.SecondaryLabel;

/** A cluster with its colour, name and size: a click on the colour changes it, a double click on the name edits it. */
final class LegendLine extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int SHARE_WIDTH = 46;
    private static final int HEIGHT = 22;

    private final int cluster;
    private final transient LegendPanel.Listener listener;
    private final JLabel name = new JLabel();
    private final String shownName;
    private final JCheckBox box = new JCheckBox();
    private boolean editing;

    LegendLine(ViewerState state, int cluster, LegendPanel.Listener listener) {
        super(new BorderLayout(4, 0));
        ShownClusters shown = state.look();
        this.cluster = cluster;
        this.listener = listener;
        this.shownName = shown.styles().name(cluster);
        setName("viewer.legend.line." + cluster);
        setOpaque(false);
        setPreferredSize(new Dimension(100, HEIGHT));
        mark(false);
        box.setSelected(!state.overlay().hidden().contains(cluster));
        box.setName("viewer.legend." + cluster);
        box.setOpaque(false);
        box.getAccessibleContext().setAccessibleName("Show " + shownName);
        box.addActionListener(e -> listener.shown(cluster, box.isSelected()));
        JButton swatch = new JButton(new Swatch(state.colours().colour(cluster)));
        swatch.setName("viewer.legend.colour." + cluster);
        swatch.setBorder(null);
        swatch.setContentAreaFilled(false);
        swatch.setFocusable(false);
        swatch.setEnabled(shown.recorded());
        swatch.setDisabledIcon(swatch.getIcon());
        swatch.setToolTipText(shown.recorded() ? "Change the colour" : null);
        swatch.getAccessibleContext().setAccessibleName("Colour of " + shownName);
        swatch.addActionListener(e -> colours(swatch));
        JPanel left = new JPanel(new BorderLayout(2, 0));
        left.setOpaque(false);
        left.add(box, BorderLayout.WEST);
        left.add(swatch);
        name(shown.recorded());
        add(left, BorderLayout.WEST);
        add(name);
        add(
                numbers(
                        shown.sizes().get(cluster),
                        shown.sizes().stream().mapToInt(i -> i).sum()),
                BorderLayout.EAST);
    }

    private void name(boolean recorded) {
        name.setText(shownName);
        name.setName("viewer.legend.name." + cluster);
        name.setMinimumSize(new Dimension(10, 10));
        name.setToolTipText(recorded ? shownName + ": double-click to rename, drag to reorder" : shownName);
        if (recorded) {
            MouseAdapter mouse = new MouseAdapter() {
                @Override
                public void mouseClicked(MouseEvent e) {
                    if (e.getClickCount() == 2) {
                        edit();
                    }
                }

                @Override
                public void mouseDragged(MouseEvent e) {
                    drag(e, false);
                }

                @Override
                public void mouseReleased(MouseEvent e) {
                    drag(e, true);
                }
            };
            name.addMouseListener(mouse);
            name.addMouseMotionListener(mouse);
        }
    }

    /** Marks the line whose place this one would take, and takes it when the button is released. */
    private void drag(MouseEvent e, boolean released) {
        Component parent = getParent();
        for (Component other : ((JComponent) parent).getComponents()) {
            if (other instanceof LegendLine line) {
                int y = javax.swing.SwingUtilities.convertPoint((Component) e.getSource(), e.getPoint(), parent).y;
                boolean over = y >= line.getY() && y < line.getY() + line.getHeight() && line != this;
                line.mark(over && !released);
                if (over && released) {
                    listener.moved(cluster, line.cluster);
                }
            }
        }
    }

    /** Switches the cluster on or off. */
    void turn() {
        box.doClick();
    }

    private void mark(boolean target) {
        setBorder(BorderFactory.createMatteBorder(1, 0, 0, 0, target ? Colours.ACCENT.get() : new Color(0, 0, 0, 0)));
    }

    /** A field in place of the name. */
    private void edit() {
        JTextField field = new JTextField(shownName);
        field.setName("viewer.legend.field." + cluster);
        field.getAccessibleContext().setAccessibleName("Name of cluster " + cluster);
        field.addActionListener(e -> end(field, true));
        field.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent e) {
                end(field, true);
            }
        });
        field.registerKeyboardAction(
                e -> end(field, false), KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0), JComponent.WHEN_FOCUSED);
        editing = true;
        replace(name, field);
        field.selectAll();
        field.requestFocusInWindow();
    }

    private void end(JTextField field, boolean keep) {
        if (editing) {
            editing = false;
            replace(field, name);
            if (keep && !field.getText().strip().equals(shownName)) {
                listener.named(cluster, field.getText().equals("Cluster " + cluster) ? "" : field.getText());
            }
        }
    }

    private void replace(JComponent one, JComponent other) {
        remove(one);
        add(other);
        revalidate();
        repaint();
    }

    private void colours(JComponent over) {
        JPopupMenu menu = new JPopupMenu();
        for (Color colour : ClusterPalette.colours()) {
            item(menu, ClusterPalette.hex(colour), new Swatch(colour), ClusterPalette.hex(colour));
        }
        menu.addSeparator();
        item(menu, "By its size", null, null);
        JMenuItem other = new JMenuItem("Other…");
        other.addActionListener(e -> {
            Color chosen = JColorChooser.showDialog(this, "Colour of " + shownName, Color.WHITE);
            if (chosen != null) {
                listener.coloured(cluster, ClusterPalette.hex(chosen));
            }
        });
        menu.add(other);
        menu.show(over, 0, over.getHeight());
    }

    private void item(JPopupMenu menu, String text, @Nullable Icon icon, @Nullable String colour) {
        JMenuItem item = new JMenuItem(text, icon);
        item.setName("viewer.legend.colour." + text);
        item.addActionListener(e -> listener.coloured(cluster, colour));
        menu.add(item);
    }

    private JPanel numbers(int size, int total) {
        JLabel count = new JLabel(String.format(Locale.ROOT, "%,d", size), SwingConstants.RIGHT);
        count.setName("viewer.legend.count." + cluster);
        JLabel share = new SecondaryLabel(String.format(Locale.ROOT, "%.1f %%", 100.0 * size / total));
        share.setHorizontalAlignment(SwingConstants.RIGHT);
        share.setPreferredSize(new Dimension(SHARE_WIDTH, 20));
        JPanel numbers = new JPanel(new BorderLayout());
        numbers.setOpaque(false);
        numbers.add(count);
        numbers.add(share, BorderLayout.EAST);
        return numbers;
    }
}
