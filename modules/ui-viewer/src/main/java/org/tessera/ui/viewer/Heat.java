// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.List;

/**
 * A number of each slice, painted in place of the clusters.
 *
 * @param of what it is
 * @param values of each slice; NaN for those that have none
 * @param least value that has a colour of its own
 * @param greatest value that has a colour of its own
 */
public record Heat(HeatOf of, List<Double> values, double least, double greatest) {
    public Heat {
        values = List.copyOf(values);
    }

    /** Where the value of a slice lies between least and greatest, 0..1; NaN if it has none. */
    double share(int slice) {
        double value = values.get(slice);
        return Double.isNaN(value) || greatest <= least
                ? (Double.isNaN(value) ? Double.NaN : 0.5)
                : Math.max(0, Math.min(1, (value - least) / (greatest - least)));
    }
}
