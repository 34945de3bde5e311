// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.FlowLayout;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.ButtonGroup;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.ScrollPaneConstants;
import org.jspecify.annotations.Nullable;
import org.tessera.ui.viewer.Swatch;
import org.tessera.workbench.ui.Ask;
import org.tessera.workbench.ui.Colours;

/** The classes of a layer: which the brush paints, their sizes, more of them, and the size of the brush. Event thread only. */
final class ClassesPanel extends JPanel {
    private static final long serialVersionUID = 1L;

    private final JPanel lines = new JPanel();
    private final JButton add = new JButton("Add class");
    private final JButton rename = new JButton("Rename");
    private final JButton remove = new JButton("Remove");
    private final JSlider size = new JSlider(1, 9, 1);
    private final JLabel sizeText = new JLabel();
    private transient List<String> names = List.of();
    private transient List<Integer> sizes = List.of();
    private int chosen = -2;
    private transient @Nullable TruthPresenter presenter;

    ClassesPanel() {
        super(new BorderLayout(0, 6));
        setBorder(BorderFactory.createEmptyBorder(8, 12, 8, 12));
        setPreferredSize(new Dimension(190, 200));
        lines.setLayout(new BoxLayout(lines, BoxLayout.Y_AXIS));
        add.setName("truth.class.add");
        rename.setName("truth.class.rename");
        remove.setName("truth.class.remove");
        size.setName("truth.brush");
        size.setSnapToTicks(true);
        size.setToolTipText("Width of the brush in slices");
        size.addChangeListener(e -> showSize());
        showSize();
        JPanel buttons = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 0));
        buttons.add(add);
        JPanel edits = new JPanel(new FlowLayout(FlowLayout.LEFT, 4, 0));
        edits.add(rename);
        edits.add(remove);
        JPanel foot = new JPanel();
        foot.setLayout(new BoxLayout(foot, BoxLayout.Y_AXIS));
        for (Component part : new Component[] {buttons, Box.createVerticalStrut(4), edits, sizeText, size}) {
            ((JComponent) part).setAlignmentX(LEFT_ALIGNMENT);
            foot.add(part);
        }
        JScrollPane scroll = new JScrollPane(
                lines,
                ScrollPaneConstants.VERTICAL_SCROLLBAR_AS_NEEDED,
                ScrollPaneConstants.HORIZONTAL_SCROLLBAR_NEVER);
        scroll.setBorder(null);
        JLabel head = new JLabel("Classes");
        head.setForeground(Colours.SECONDARY.get());
        add(head, BorderLayout.NORTH);
        add(scroll);
        add(foot, BorderLayout.SOUTH);
    }

    private void showSize() {
        sizeText.setText("Brush: " + size.getValue() + (size.getValue() == 1 ? " slice" : " slices"));
    }

    /** How many slices wide the brush is. */
    int brushSize() {
        return size.getValue();
    }

    void present(TruthPresenter with) {
        presenter = with;
        add.addActionListener(e -> Ask.line("New class", "Name:", "").ifPresent(with::addClass));
        rename.addActionListener(e -> {
            int brush = with.state().brush();
            if (brush >= 0 && brush < names.size()) {
                Ask.line("Rename class", "Name:", names.get(brush)).ifPresent(name -> with.rename(brush, name));
            }
        });
        remove.addActionListener(e -> {
            int brush = with.state().brush();
            if (brush >= 0 && brush < names.size()) {
                with.remove(brush);
            }
        });
    }

    void show(TruthState state) {
        Painting painting = state.painting();
        List<String> classes = painting == null ? List.of() : painting.layer().classes();
        List<Integer> counts = painting == null ? List.of() : painting.sizes();
        add.setEnabled(painting != null);
        rename.setEnabled(state.brush() >= 0 && state.brush() < classes.size());
        remove.setEnabled(rename.isEnabled());
        if (classes.equals(names) && counts.equals(sizes) && chosen == state.brush()) {
            return;
        }
        names = classes;
        sizes = counts;
        chosen = state.brush();
        lines.removeAll();
        ButtonGroup group = new ButtonGroup();
        for (int i = 0; i < classes.size(); i++) {
            lines.add(line(
                    group, i, classes.get(i), counts.get(i), state.colours().colour(i)));
        }
        if (painting != null) {
            lines.add(line(group, -1, "Erase", -1, null));
        }
        lines.revalidate();
        lines.repaint();
    }

    private JPanel line(ButtonGroup group, int ofClass, String text, int count, @Nullable Color colour) {
        JRadioButton button = new JRadioButton(text, chosen == ofClass);
        button.setName("truth.class." + ofClass);
        button.setToolTipText(text);
        button.addActionListener(e -> Objects.requireNonNull(presenter).setBrush(ofClass));
        button.setMinimumSize(new Dimension(10, 22));
        group.add(button);
        JPanel line = new JPanel(new BorderLayout(6, 0));
        line.setAlignmentX(LEFT_ALIGNMENT);
        line.setMaximumSize(new Dimension(Integer.MAX_VALUE, 24));
        line.add(new JLabel(colour == null ? null : new Swatch(colour)), BorderLayout.WEST);
        line.add(button);
        JLabel number = new JLabel(count < 0 ? "" : String.format(Locale.ROOT, "%,d", count));
        number.setForeground(Colours.SECONDARY.get());
        line.add(number, BorderLayout.EAST);
        line.addMouseListener(new MouseAdapter() {
            @Override
            public void mouseClicked(MouseEvent e) {
                button.doClick();
            }
        });
        return line;
    }
}
