// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs;

import java.util.function.Consumer;
import javax.swing.JComboBox;
import javax.swing.JTextField;
import org.tessera.engine.task.Numbers;
import org.tessera.workbench.ui.Form;

/** The algorithm and what only some algorithms have; the others' fields are hidden. Event thread only. */
final class AlgorithmFields {
    private static final int MOST_RESTARTS = 100;
    private static final int MOST_NEIGHBOURS = 50;
    private static final int MOST = 1_000_000;

    private final JComboBox<AlgorithmChoice> algorithm = new JComboBox<>();
    private final JTextField eps = new JTextField();
    private final ValueSlider restarts;
    private final ValueSlider neighbours;
    private final ValueSlider minPoints;
    private final Consumer<Consumer<ParametersEdit>> edit;
    private final Consumer<String> note;

    /**
     * The fields.
     *
     * @param edit takes what the user changed
     * @param note takes a sentence on what was typed wrong
     */
    AlgorithmFields(Sliders sliders, Consumer<Consumer<ParametersEdit>> edit, Consumer<String> note) {
        this.edit = edit;
        this.note = note;
        restarts = sliders.make(
                "restarts",
                1,
                MOST_RESTARTS,
                Integer::toString,
                (change, text) -> change.restarts = Numbers.whole("The number of restarts", text, 1, MOST),
                (change, value) -> change.restarts = value);
        neighbours = sliders.make(
                "neighbours",
                1,
                MOST_NEIGHBOURS,
                Integer::toString,
                (change, text) -> change.neighbours = Numbers.whole("The number of neighbours", text, 1, 1000),
                (change, value) -> change.neighbours = value);
        minPoints = sliders.make(
                "minPoints",
                1,
                MOST_NEIGHBOURS,
                Integer::toString,
                (change, text) -> change.minPoints = Numbers.whole("The least number of points", text, 1, MOST),
                (change, value) -> change.minPoints = value);
        AlgorithmChoice.ALL.forEach(algorithm::addItem);
        algorithm.setName("parameters.algorithm");
        algorithm.addActionListener(e -> edit.accept(change -> {
            if (algorithm.getSelectedItem() instanceof AlgorithmChoice choice) {
                change.algorithm = choice;
            }
        }));
        eps.setName("parameters.eps");
        eps.putClientProperty("JTextField.placeholderText", "auto, from the data");
        eps.setToolTipText("How near neighbours are, in the clustered space");
        TextChange.of(eps, this::setEps);
    }

    private void setEps() {
        String text = eps.getText().strip();
        double value = 0;
        try {
            value = text.isEmpty() ? 0 : Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = -1;
        }
        boolean good = text.isEmpty() || (value > 0 && Double.isFinite(value));
        eps.putClientProperty("JComponent.outline", good ? null : "error");
        if (good) {
            double chosen = value;
            edit.accept(change -> change.eps = chosen);
        } else {
            note.accept("The eps is \"" + text + "\"; give a positive number, or leave it empty.");
        }
    }

    JComboBox<AlgorithmChoice> choice() {
        return algorithm;
    }

    void addTo(Form form) {
        form.row("Neighbours", neighbours.slider(), neighbours.field())
                .row("Core points", minPoints.slider(), minPoints.field())
                .row("Eps", eps)
                .row("Restarts", restarts.slider(), restarts.field());
    }

    void show(ParametersState state) {
        AlgorithmChoice choice = state.algorithm();
        algorithm.setSelectedItem(choice);
        restarts.setVisible(choice.restarts());
        restarts.show(Math.min(MOST_RESTARTS, state.restarts()), Integer.toString(state.restarts()));
        neighbours.setVisible(choice.equals(AlgorithmChoice.SPECTRAL));
        neighbours.show(Math.min(MOST_NEIGHBOURS, state.neighbours()), Integer.toString(state.neighbours()));
        minPoints.setVisible(choice.equals(AlgorithmChoice.DBSCAN));
        minPoints.show(Math.min(MOST_NEIGHBOURS, state.minPoints()), Integer.toString(state.minPoints()));
        Form.setVisible(eps, choice.equals(AlgorithmChoice.DBSCAN));
        TextChange.show(eps, state.eps() == 0 ? "" : Double.toString(state.eps()));
    }
}
