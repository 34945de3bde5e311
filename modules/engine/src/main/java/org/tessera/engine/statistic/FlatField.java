// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;

/**
 * How bright the lighting is over an image, relative to its mean: one surface for all images of a set, estimated from them
 * (retrospective shading correction). The mean grey value of each of 16 x 16 blocks of each image is divided by the median
 * of that image's blocks; through these goes a surface of second order in x and y, fitted by iteratively reweighted least
 * squares with Tukey's biweight (Beaton and Tukey 1974), so that blocks with crystals on them, or whole odd images, do not
 * bend it. Immutable.
 */
public final class FlatField {
    /** The slicing whose means a surface is fitted to. */
    public static final Slicing BLOCKS = Slicing.of(new Grid(16, 16));

    /** The statistic of {@link #BLOCKS} that a surface is fitted to. */
    public static final List<String> STATISTICS = List.of("mean");

    private static final int TERMS = 6;
    private static final int MOST_ROUNDS = 50;
    private static final double BIWEIGHT = 4.685;
    private static final double MAD_TO_STD = 1.4826;
    private static final double LEAST_BRIGHTNESS = 0.1;

    private final double[] terms;

    private FlatField(double[] terms) {
        this.terms = terms;
    }

    /** A block of an image: where it lies (-1..1 from edge to edge) and how bright it is. */
    private record Block(double x, double y, double brightness) {
        double[] basis() {
            return FlatField.basis(x, y);
        }
    }

    /**
     * Estimates the lighting.
     *
     * @param means of {@link #BLOCKS}
     * @param images of the set, for their sizes
     * @throws ProblemException if every image is black
     */
    public static FlatField of(FeatureTable means, List<ImageInfo> images) {
        int each = BLOCKS.grid().slices();
        List<Block> blocks = new ArrayList<>();
        for (int image = 0; image < images.size(); image++) {
            double[] values = new double[each];
            for (int i = 0; i < each; i++) {
                values[i] = means.values().get(image * each + i, 0);
            }
            double median = median(values);
            if (median > 0) {
                for (int i = 0; i < each; i++) {
                    SliceRef slice = means.slices().get(image * each + i);
                    blocks.add(new Block(
                            middle(
                                    slice.column(),
                                    BLOCKS.grid().columns(),
                                    images.get(image).width()),
                            middle(
                                    slice.row(),
                                    BLOCKS.grid().rows(),
                                    images.get(image).height()),
                            values[i] / median));
                }
            }
        }
        if (blocks.isEmpty()) {
            throw new ProblemException(
                    "The lighting of " + means.images().get(0) + " and the others cannot be estimated, since most of"
                            + " every image is black; leave --flat-field out.");
        }
        return new FlatField(relative(fit(blocks)));
    }

    private static double middle(int index, int count, int length) {
        int size = length / count;
        return (2.0 * index + 1) * size / length - 1;
    }

    private static double[] basis(double x, double y) {
        return new double[] {1, x, y, x * x, x * y, y * y};
    }

    /** Divided by its mean over the square, where x and y are 0 and x^2 and y^2 a third on average. */
    private static double[] relative(double[] terms) {
        double mean = terms[0] + (terms[3] + terms[5]) / 3;
        return Arrays.stream(terms).map(term -> term / mean).toArray();
    }

    private static double[] fit(List<Block> blocks) {
        double[] weights = new double[blocks.size()];
        Arrays.fill(weights, 1);
        double[] terms = leastSquares(blocks, weights);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double[] residuals = new double[weights.length];
            for (int i = 0; i < residuals.length; i++) {
                residuals[i] = Math.abs(
                        blocks.get(i).brightness - value(terms, blocks.get(i).basis()));
            }
            double reach = BIWEIGHT * MAD_TO_STD * median(residuals);
            if (!(reach > 0)) {
                break;
            }
            for (int i = 0; i < residuals.length; i++) {
                double share = residuals[i] / reach;
                weights[i] = share < 1 ? (1 - share * share) * (1 - share * share) : 0;
            }
            double[] before = terms;
            terms = leastSquares(blocks, weights);
            double moved = 0;
            for (int t = 0; t < TERMS; t++) {
                moved = Math.max(moved, Math.abs(terms[t] - before[t]));
            }
            if (moved < 1e-10) {
                break;
            }
        }
        return terms;
    }

    /** Solves the normal equations by Gauss's elimination with pivots. */
    private static double[] leastSquares(List<Block> blocks, double[] weights) {
        double[][] a = new double[TERMS][TERMS + 1];
        for (int i = 0; i < weights.length; i++) {
            double[] basis = blocks.get(i).basis();
            for (int row = 0; row < TERMS; row++) {
                for (int column = 0; column < TERMS; column++) {
                    a[row][column] += weights[i] * basis[row] * basis[column];
                }
                a[row][TERMS] += weights[i] * basis[row] * blocks.get(i).brightness;
            }
        }
        for (int pivot = 0; pivot < TERMS; pivot++) {
            int largest = pivot;
            for (int row = pivot + 1; row < TERMS; row++) {
                largest = Math.abs(a[row][pivot]) > Math.abs(a[largest][pivot]) ? row : largest;
            }
            double[] swap = a[pivot];
            a[pivot] = a[largest];
            a[largest] = swap;
            for (int row = 0; row < TERMS; row++) {
                if (row != pivot) {
                    double factor = a[row][pivot] / a[pivot][pivot];
                    for (int column = pivot; column <= TERMS; column++) {
                        a[row][column] -= factor * a[pivot][column];
                    }
                }
            }
        }
        double[] terms = new double[TERMS];
        for (int row = 0; row < TERMS; row++) {
            terms[row] = a[row][TERMS] / a[row][row];
        }
        return terms;
    }

    private static double value(double[] terms, double[] basis) {
        double sum = 0;
        for (int t = 0; t < TERMS; t++) {
            sum += terms[t] * basis[t];
        }
        return sum;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
    }

    /**
     * The brightness along a row of pixels; 1 on average over the image, at least 0.1.
     *
     * @param y of the row
     * @param width of the image, pixels
     * @param height of the image, pixels
     * @param into as many values as the image is wide
     */
    void row(int y, int width, int height, double[] into) {
        double v = (2.0 * y + 1) / height - 1;
        double constant = terms[0] + terms[2] * v + terms[5] * v * v;
        double linear = terms[1] + terms[4] * v;
        for (int x = 0; x < width; x++) {
            double u = (2.0 * x + 1) / width - 1;
            into[x] = Math.max(LEAST_BRIGHTNESS, constant + linear * u + terms[3] * u * u);
        }
    }

    /** Equal for surfaces that are equal to the last bit. */
    public String key() {
        return Arrays.toString(terms);
    }
}
