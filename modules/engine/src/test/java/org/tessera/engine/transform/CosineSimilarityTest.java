// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class CosineSimilarityTest {
    private static final Matrix X = new Matrix(5, 2, new double[] {1, 0, 3, 0, 0, 2, -1, -1, 0, 0});

    @Test
    void directionCountsAndLengthDoesNot() {
        assertThat(CosineSimilarity.toAnyOf(X, new int[] {0}))
                .containsExactly(new double[] {1, 1, 0, -Math.sqrt(0.5), 0}, within(1e-15));
    }

    @Test
    void ofSeveralTheMostAlikeCounts() {
        assertThat(CosineSimilarity.toAnyOf(X, new int[] {0, 2}))
                .containsExactly(new double[] {1, 1, 1, -Math.sqrt(0.5), 0}, within(1e-15));
    }
}
