// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

/** The space a score is computed in. Scores of different spaces are never ranked together. */
public enum Space {
    /** What was clustered: after standardising and PCA, as chosen. */
    CLUSTERED("", "clustered space"),
    /** The statistics as measured. */
    RAW_FEATURES("_raw_features", "raw statistics"),
    /** The standardised statistics without PCA, whatever was clustered: comparable between runs of different PCA. */
    STANDARDIZED("_standardized", "standardised statistics");

    private final String suffix;
    private final String label;

    Space(String suffix, String label) {
        this.suffix = suffix;
        this.label = label;
    }

    /** What a score's id ends in. */
    public String suffix() {
        return suffix;
    }

    /** As shown to a person. */
    public String label() {
        return label;
    }
}
