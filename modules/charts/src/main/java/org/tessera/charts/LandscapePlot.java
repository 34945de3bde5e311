// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;

/**
 * A score over two parameters.
 *
 * @param xLabel parameter along the axis
 * @param yLabel parameter upwards
 * @param xs its values as shown, from the left
 * @param ys its values as shown, from below
 * @param xPositions where they lie; empty unless all are numbers
 * @param yPositions where they lie; empty unless all are numbers
 * @param rows for each of {@code ys} a value for each of {@code xs}, NaN where there is none
 * @param degenerate places whose run is not to be trusted
 * @param higherIsBetter which end of the scale is dark
 * @param best the best place
 * @param selected the place of the run in hand
 */
public record LandscapePlot(
        String xLabel,
        String yLabel,
        List<String> xs,
        List<String> ys,
        List<Double> xPositions,
        List<Double> yPositions,
        List<List<Double>> rows,
        List<Place> degenerate,
        boolean higherIsBetter,
        Optional<Place> best,
        Optional<Place> selected) {
    /**
     * A place.
     *
     * @param column among {@code xs}
     * @param row among {@code ys}
     */
    public record Place(int column, int row) {}

    public LandscapePlot {
        xs = List.copyOf(xs);
        ys = List.copyOf(ys);
        xPositions = List.copyOf(xPositions);
        yPositions = List.copyOf(yPositions);
        rows = rows.stream().map(List::copyOf).toList();
        degenerate = List.copyOf(degenerate);
    }

    /** The value at a place, NaN for none. */
    public double value(int column, int row) {
        return rows.get(row).get(column);
    }

    /** Whether lines of equal score can be drawn: both parameters are numbers, of two values or more. */
    public boolean hasContour() {
        return xPositions.size() == xs.size() && yPositions.size() == ys.size() && xs.size() > 1 && ys.size() > 1;
    }

    double least() {
        return values().min().orElse(0);
    }

    double most() {
        return values().max().orElse(0);
    }

    private DoubleStream values() {
        return rows.stream()
                .flatMap(List::stream)
                .mapToDouble(Double::doubleValue)
                .filter(value -> !Double.isNaN(value));
    }

    /** How good a value is among all, 0..1; 1 where all are equal. */
    double goodness(double value) {
        double span = most() - least();
        double share = span == 0 ? 1 : (value - least()) / span;
        return higherIsBetter || span == 0 ? share : 1 - share;
    }

    /**
     * The value between places, by the four around it; NaN where one of them has none.
     *
     * @param x in units of {@code xPositions}
     * @param y in units of {@code yPositions}
     */
    double between(double x, double y) {
        int column = below(xPositions, x);
        int row = below(yPositions, y);
        double right = (x - xPositions.get(column)) / (xPositions.get(column + 1) - xPositions.get(column));
        double up = (y - yPositions.get(row)) / (yPositions.get(row + 1) - yPositions.get(row));
        return (1 - up) * ((1 - right) * value(column, row) + right * value(column + 1, row))
                + up * ((1 - right) * value(column, row + 1) + right * value(column + 1, row + 1));
    }

    private static int below(List<Double> positions, double at) {
        int below = 0;
        while (below < positions.size() - 2 && positions.get(below + 1) <= at) {
            below++;
        }
        return below;
    }
}
