// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import java.util.Locale;

/** What is measured, and which direction is better. */
public enum Metric {
    /** Mean silhouette coefficient (Rousseeuw 1987), -1..1. */
    SILHOUETTE("Silhouette", true),
    /** Mean silhouette coefficient of a random sample of the slices, each against all, -1..1. */
    SILHOUETTE_SAMPLED("Silhouette of a sample", true),
    /** Davies-Bouldin index (1979), 0 or more. */
    DAVIES_BOULDIN("Davies–Bouldin", false),
    /** Variance ratio criterion (Calinski and Harabasz 1974), 0 or more. */
    CALINSKI_HARABASZ("Calinski–Harabasz", true),
    /** Within-cluster sum of squares; in the clustered space only. */
    INERTIA("Inertia", false);

    private final String label;
    private final boolean higherIsBetter;

    Metric(String label, boolean higherIsBetter) {
        this.label = label;
        this.higherIsBetter = higherIsBetter;
    }

    /** As shown to a person. */
    public String label() {
        return label;
    }

    public boolean higherIsBetter() {
        return higherIsBetter;
    }

    String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
