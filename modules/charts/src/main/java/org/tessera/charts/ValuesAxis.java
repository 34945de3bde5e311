// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.NumberAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;

/** A horizontal axis that names the values at which something lies, as many as there is room for. */
final class ValuesAxis extends NumberAxis {
    private static final long serialVersionUID = 1L;
    private static final double LEAST_GAP = 26;

    private final double[] values;

    ValuesAxis(String label, double[] values) {
        super(label);
        this.values = values.clone();
    }

    @Override
    @SuppressWarnings("rawtypes")
    public List refreshTicks(Graphics2D g, AxisState state, Rectangle2D area, RectangleEdge edge) {
        DecimalFormat format = new DecimalFormat("0.#", DecimalFormatSymbols.getInstance(Locale.ROOT));
        List<NumberTick> ticks = new ArrayList<>();
        double last = Double.NEGATIVE_INFINITY;
        for (double value : values) {
            double place = valueToJava2D(value, area, edge);
            if (place - last >= LEAST_GAP) {
                last = place;
                ticks.add(new NumberTick(value, format.format(value), TextAnchor.TOP_CENTER, TextAnchor.CENTER, 0));
            }
        }
        return ticks;
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
