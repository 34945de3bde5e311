// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;

/** Places the names at the ends of lines so that none covers another. */
final class EndLabels {
    /**
     * A name's place.
     *
     * @param series which line
     * @param x of the line's end, axis units
     * @param y of the name, axis units
     */
    record Label(int series, double x, double y) {}

    private EndLabels() {}

    /**
     * In the order of the lines' ends from below, at least {@code gap} apart, as near to the ends as that allows, and within
     * the axis. Where there is no room for all, lines that end close to another have none, but for the highlighted one. All at
     * the right end of the plot.
     *
     * @param gap axis units
     * @param low end of the axis
     * @param high end of the axis
     */
    static List<Label> of(LinePlot plot, double gap, double low, double high) {
        double right = plot.series().stream()
                .flatMap(series -> series.points().stream())
                .mapToDouble(LinePlot.Point::x)
                .max()
                .orElse(0);
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < plot.series().size(); i++) {
            List<LinePlot.Point> points = plot.series().get(i).points();
            if (!points.isEmpty()) {
                labels.add(new Label(i, right, points.get(points.size() - 1).y()));
            }
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        while (labels.size() > 1 && labels.size() * gap > high - low) {
            labels.remove(mostCrowded(labels, plot.highlighted()));
        }
        for (int first = 0; first < labels.size(); ) {
            first = spread(labels, first, gap);
        }
        for (int i = labels.size() - 1; i >= 0; i--) {
            moveTo(labels, i, Math.min(labels.get(i).y(), high - (labels.size() - 0.5 - i) * gap));
        }
        for (int i = 0; i < labels.size(); i++) {
            moveTo(labels, i, Math.max(labels.get(i).y(), low + (i + 0.5) * gap));
        }
        return labels;
    }

    /** The label nearest to one beside it that is not highlighted. */
    private static int mostCrowded(List<Label> labels, OptionalInt highlighted) {
        int crowded = -1;
        double nearest = Double.POSITIVE_INFINITY;
        for (int i = 0; i < labels.size(); i++) {
            double below = i == 0
                    ? Double.MAX_VALUE
                    : labels.get(i).y() - labels.get(i - 1).y();
            double above = i == labels.size() - 1
                    ? Double.MAX_VALUE
                    : labels.get(i + 1).y() - labels.get(i).y();
            boolean kept = highlighted.isPresent()
                    && highlighted.getAsInt() == labels.get(i).series();
            if (!kept && Math.min(below, above) < nearest) {
                nearest = Math.min(below, above);
                crowded = i;
            }
        }
        return crowded;
    }

    private static void moveTo(List<Label> labels, int i, double y) {
        labels.set(i, new Label(labels.get(i).series(), labels.get(i).x(), y));
    }

    /** Spreads the group that begins at {@code first}; returns the start of the next, or an earlier one that it now touches. */
    private static int spread(List<Label> labels, int first, double gap) {
        int end = first + 1;
        double sum = labels.get(first).y();
        while (end < labels.size() && labels.get(end).y() < sum / (end - first) + gap * (end - first + 1) / 2.0) {
            sum += labels.get(end).y();
            end++;
        }
        double middle = sum / (end - first);
        double lowest = middle - gap * (end - first - 1) / 2.0;
        for (int i = first; i < end; i++) {
            Label label = labels.get(i);
            labels.set(i, new Label(label.series(), label.x(), lowest + (i - first) * gap));
        }
        if (first > 0 && lowest < labels.get(first - 1).y() + gap * 0.999) {
            double shift = labels.get(first - 1).y() + gap - lowest;
            for (int i = first; i < end; i++) {
                Label label = labels.get(i);
                labels.set(i, new Label(label.series(), label.x(), label.y() + shift));
            }
        }
        return end;
    }
}
