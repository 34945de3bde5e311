// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.tessera.charts.ScatterPlot;
import org.tessera.engine.transform.Matrix;
import org.tessera.tracking.RunDetails;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;

/** The slices of the selected run on the first two principal components, coloured by cluster. */
final class ScatterPresenter {
    /** Shows a plot. */
    interface View {
        /** The plot, or a sentence where there is none. */
        void show(Optional<ScatterPlot> plot, String sentence);
    }

    private final View view;

    ScatterPresenter(Session session, View view) {
        this.view = view;
        view.show(Optional.empty(), "Select a run to see its slices.");
        session.addListener(this::changed);
    }

    private void changed(SessionState before, SessionState after) {
        if (Objects.equals(before.details(), after.details())
                && before.selection().equals(after.selection())) {
            return;
        }
        RunDetails details = after.details();
        if (after.run() == null || after.problem() != null) {
            view.show(Optional.empty(), after.run() == null ? "Select a run to see its slices." : after.problem() + "");
        } else if (details != null) {
            view.show(details.measured().map(measured -> plotOf(details, measured)), details.problem());
        }
    }

    private static ScatterPlot plotOf(RunDetails details, RunDetails.Measured measured) {
        Matrix components = measured.components();
        boolean flat = components.columns() < 2;
        List<ScatterPlot.Dot> dots = new ArrayList<>();
        for (int i = 0; i < components.rows(); i++) {
            if (Double.isNaN(components.get(i, 0))) {
                continue;
            }
            dots.add(new ScatterPlot.Dot(
                    components.get(i, 0),
                    flat ? 0 : components.get(i, 1),
                    details.labels().get(i)));
        }
        return new ScatterPlot(
                "Run " + details.run().id(),
                axis(measured, 0),
                flat ? "" : axis(measured, 1),
                dots,
                details.run().clusterSizes().size());
    }

    private static String axis(RunDetails.Measured measured, int component) {
        return String.format(
                Locale.ROOT,
                "PC %d (%.1f %% of variance)",
                component + 1,
                100 * measured.explained().get(component));
    }
}
