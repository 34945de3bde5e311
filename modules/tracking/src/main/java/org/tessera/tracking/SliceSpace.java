// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.Arrays;
import org.tessera.engine.embedding.EmbeddingMethod;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.CosineSimilarity;
import org.tessera.engine.transform.Matrix;

/** The slices of a run by their standardised statistics, to be looked at from several sides. Immutable. */
public final class SliceSpace {
    private final int total;
    private final int[] kept;
    private final Matrix standardized;

    /**
     * Slices in a space.
     *
     * @param total how many slices the run has
     * @param kept those that it clustered, ascending
     * @param standardized a row for each of {@code kept}
     */
    SliceSpace(int total, int[] kept, Matrix standardized) {
        this.total = total;
        this.kept = kept.clone();
        this.standardized = standardized;
    }

    /**
     * How like some slices each slice is: the cosine similarity of standardised statistics to the most alike of them.
     *
     * @param chosen slices by their places
     * @return -1 to 1 for each slice; NaN for those that the run left out
     * @throws ProblemException if a chosen slice was left out
     */
    public double[] like(int... chosen) {
        int[] rows = Arrays.stream(chosen)
                .map(slice -> Arrays.binarySearch(kept, slice))
                .toArray();
        if (rows.length == 0 || Arrays.stream(rows).anyMatch(row -> row < 0)) {
            throw new ProblemException(
                    "The run left this slice out, so nothing is known to be like it; choose another.");
        }
        double[] similarity = CosineSimilarity.toAnyOf(standardized, rows);
        double[] all = new double[total];
        Arrays.fill(all, Double.NaN);
        for (int i = 0; i < kept.length; i++) {
            all[kept[i]] = similarity[i];
        }
        return all;
    }

    /**
     * The slices laid out in a plane.
     *
     * @return slices x 2; NaN for those that the run left out
     * @throws ProblemException if there are too few, or too many for the method
     */
    public Matrix embed(EmbeddingMethod method, long seed, Workers workers, Monitor monitor) {
        return spread(method.embed(standardized, seed, workers, monitor));
    }

    /** Columns of the slices that were kept as columns of all, NaN for the others. */
    Matrix spread(Matrix some) {
        double[] values = new double[total * some.columns()];
        Arrays.fill(values, Double.NaN);
        Matrix all = new Matrix(total, some.columns(), values);
        for (int i = 0; i < kept.length; i++) {
            for (int column = 0; column < some.columns(); column++) {
                all.set(kept[i], column, some.get(i, column));
            }
        }
        return all;
    }
}
