// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.transform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.tessera.engine.task.ProblemException;

class TransformTest {
    private static final Matrix X = new Matrix(4, 3, new double[] {1, 5, 0, 2, 5, 1, 3, 5, 4, 6, 5, 9});

    @Test
    void aConstantColumnBecomesZeroAndTheOthersZScores() {
        Matrix z = Standardizer.standardize(X);

        assertThat(z.toColumns()[1]).containsOnly(0.0);
        double squares = 0;
        for (double value : z.toColumns()[0]) {
            squares += value * value;
        }
        assertThat(squares / 4).isCloseTo(1, within(1e-15));
        assertThat(z.get(0, 0)).isCloseTo(-2 / Math.sqrt(3.5), within(1e-15));
    }

    @Test
    void componentsAreUncorrelatedHoldAllVarianceAndKeepTheirSign() {
        PrincipalComponents pca = PrincipalComponents.of(X, 3);

        assertThat(pca.explainedVarianceRatio().stream().mapToDouble(r -> r).sum())
                .isCloseTo(1, within(1e-14));
        assertThat(pca.explainedVarianceRatio()).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        double product = 0;
        for (int row = 0; row < 4; row++) {
            product += pca.scores().get(row, 0) * pca.scores().get(row, 1);
        }
        assertThat(product).isCloseTo(0, within(1e-12));
        assertThat(pca.loadings().get(0, 2)).as("the largest loading").isPositive();
        Matrix flipped = new Matrix(4, 3, X.toRowMajor());
        assertThat(PrincipalComponents.of(flipped, 3)).isEqualTo(pca);
    }

    @Test
    void distancesSurviveARotationIntoAllComponents() {
        Matrix scores = PrincipalComponents.of(X, 3).scores();

        assertThat(distance(scores, 0, 3)).isCloseTo(distance(X, 0, 3), within(1e-12));
        assertThat(distance(scores, 1, 2)).isCloseTo(distance(X, 1, 2), within(1e-12));
    }

    @Test
    void aConstantTableHasComponentsWithoutVariance() {
        PrincipalComponents pca = PrincipalComponents.of(new Matrix(3, 2), 2);

        assertThat(pca.explainedVarianceRatio()).containsExactly(0.0, 0.0);
        assertThat(pca.scores().toRowMajor()).containsOnly(0.0);
    }

    @Test
    void moreComponentsThanThereAreAreRefused() {
        assertThatThrownBy(() -> PrincipalComponents.of(X, 4))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("at most 3");
    }

    private static double distance(Matrix x, int a, int b) {
        double sum = 0;
        for (int column = 0; column < x.columns(); column++) {
            sum += Math.pow(x.get(a, column) - x.get(b, column), 2);
        }
        return Math.sqrt(sum);
    }
}
