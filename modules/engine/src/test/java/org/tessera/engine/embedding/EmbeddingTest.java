// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.Neighbours;

class EmbeddingTest {
    private static final int EACH = 60;

    /** Three clouds in five dimensions, far apart. */
    private static Matrix clouds() {
        SplittableRandom random = new SplittableRandom(4);
        Matrix x = new Matrix(3 * EACH, 5);
        for (int i = 0; i < x.rows(); i++) {
            for (int j = 0; j < 5; j++) {
                x.set(i, j, (i / EACH == j ? 12 : 0) + random.nextGaussian());
            }
        }
        return x;
    }

    private static Matrix embed(EmbeddingMethod method, Matrix x, long seed, int threads) {
        try (Workers workers = new Workers(threads)) {
            return method.embed(x, seed, workers, Monitor.none());
        }
    }

    @ParameterizedTest
    @EnumSource
    void neighboursStayNeighbours(EmbeddingMethod method) {
        Matrix plane = embed(method, clouds(), 1, 2);

        Neighbours neighbours;
        try (Workers workers = new Workers(1)) {
            neighbours = Neighbours.of(plane, 5, workers, Monitor.none());
        }
        int together = 0;
        for (int i = 0; i < plane.rows(); i++) {
            for (int rank = 0; rank < 5; rank++) {
                together += neighbours.index(i, rank) / EACH == i / EACH ? 1 : 0;
            }
        }
        assertThat(together).isGreaterThan((int) (0.99 * 5 * plane.rows()));
    }

    @ParameterizedTest
    @EnumSource
    void theSeedDecidesThePictureAndTheNumberOfThreadsDoesNot(EmbeddingMethod method) {
        Matrix x = clouds();

        assertThat(embed(method, x, 1, 4)).isEqualTo(embed(method, x, 1, 1));
        assertThat(embed(method, x, 2, 1)).isNotEqualTo(embed(method, x, 1, 1));
    }

    @ParameterizedTest
    @EnumSource
    void slicesThatCoincideGiveNoNaN(EmbeddingMethod method) {
        for (Matrix x : new Matrix[] {new Matrix(40, 3), new Matrix(4, 1, new double[] {0, 0, 1, 1})}) {
            Matrix plane = embed(method, x, 1, 1);
            for (int i = 0; i < plane.rows(); i++) {
                assertThat(plane.get(i, 0)).isFinite();
                assertThat(plane.get(i, 1)).isFinite();
            }
        }
    }

    @Test
    void tooFewAndTooManySlicesAreRefused() {
        assertThatThrownBy(() -> embed(EmbeddingMethod.UMAP, new Matrix(3, 2), 1, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("UMAP needs 4 slices");
        assertThatThrownBy(() -> embed(EmbeddingMethod.TSNE, new Matrix(Tsne.MOST_SLICES + 1, 2), 1, 1))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("choose UMAP");
        assertThatThrownBy(() -> EmbeddingMethod.parse("umpa")).hasMessageContaining("umap");
        assertThat(EmbeddingMethod.parse("t-SNE")).isEqualTo(EmbeddingMethod.TSNE);
    }
}
