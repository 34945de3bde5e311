// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.tessera.engine.slice.Preparation;
import org.tessera.engine.task.Numbers;
import org.tessera.engine.task.ProblemException;
import org.tessera.workbench.ui.Form;

/** What is done to the pixels before statistics, as fields. Event thread only. */
final class PreparationFields {
    private static final int MOST_BIN = 16;

    private final JCheckBox flatField = new JCheckBox("Flat field");
    private final JCheckBox invert = new JCheckBox("Invert");
    private final JTextField stride = new JTextField();
    private final ValueSlider bin;
    private final Consumer<UnaryOperator<Preparation>> change;
    private final Consumer<String> note;

    /**
     * The fields.
     *
     * @param change takes what the user changed
     * @param note takes a sentence on what was typed wrong
     */
    PreparationFields(Consumer<UnaryOperator<Preparation>> change, Consumer<String> note) {
        this.change = change;
        this.note = note;
        bin = new ValueSlider(
                "bin", 1, MOST_BIN, value -> value == 1 ? "none" : value + " × " + value, new ValueSlider.Listener() {
                    @Override
                    public void moved(int value, boolean held) {
                        setBin(value);
                    }

                    @Override
                    public void typed(String text) {
                        typeBin(text);
                    }
                });
        flatField.setName("parameters.flatField");
        flatField.setToolTipText("Divide out uneven lighting, a smooth surface estimated from all images");
        invert.setName("parameters.invert");
        invert.setToolTipText("Turn dark into bright");
        stride.setName("parameters.stride");
        stride.putClientProperty("JTextField.placeholderText", "none: slices abut");
        stride.setToolTipText("Pixels from one slice to the next, after binning, so that slices overlap");
        flatField.setOpaque(false);
        invert.setOpaque(false);
        flatField.addActionListener(
                e -> change.accept(p -> new Preparation(flatField.isSelected(), p.invert(), p.bin(), p.stride())));
        invert.addActionListener(
                e -> change.accept(p -> new Preparation(p.flatField(), invert.isSelected(), p.bin(), p.stride())));
        TextChange.of(stride, this::typeStride);
    }

    private void setBin(int value) {
        change.accept(p -> new Preparation(p.flatField(), p.invert(), value, p.stride()));
    }

    private void typeBin(String text) {
        try {
            String first = text.strip().split("[ ×x]", 2)[0];
            setBin(first.equals("none") ? 1 : Numbers.whole("The bin", first, 1, Preparation.MOST_BIN));
        } catch (ProblemException e) {
            note.accept(String.valueOf(e.getMessage()));
            change.accept(p -> p);
        }
    }

    private void typeStride() {
        try {
            String text = stride.getText().strip();
            int pixels = text.isEmpty() ? 0 : Numbers.whole("The stride", text, 1, 1_000_000);
            stride.putClientProperty("JComponent.outline", null);
            change.accept(p -> new Preparation(p.flatField(), p.invert(), p.bin(), pixels));
        } catch (ProblemException e) {
            stride.putClientProperty("JComponent.outline", "error");
            note.accept(String.valueOf(e.getMessage()));
        }
    }

    void addTo(Form form) {
        JPanel switches = new JPanel();
        switches.setLayout(new BoxLayout(switches, BoxLayout.X_AXIS));
        switches.setOpaque(false);
        switches.add(flatField);
        switches.add(Box.createHorizontalStrut(8));
        switches.add(invert);
        form.section("Preparation")
                .row("Pixels", switches)
                .row("Bin", bin.slider(), bin.field())
                .row("Stride", stride);
    }

    void show(Preparation preparation) {
        flatField.setSelected(preparation.flatField());
        invert.setSelected(preparation.invert());
        bin.show(
                Math.min(MOST_BIN, preparation.bin()),
                preparation.bin() == 1 ? "none" : preparation.bin() + " × " + preparation.bin());
        TextChange.show(stride, preparation.stride() == 0 ? "" : Integer.toString(preparation.stride()));
    }
}
