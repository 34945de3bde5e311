// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.embedding;

import java.util.SplittableRandom;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;
import org.tessera.engine.transform.NeighbourGraph;
import org.tessera.engine.transform.Neighbours;

/**
 * UMAP with 15 neighbours and a least distance of 0.1, the defaults of its authors' program. Of our own, since Smile's needs
 * a native eigensolver that gives other pictures on other machines. The plane begins with two eigenvectors of the
 * graph ({@link FuzzyGraph}), and each end of an edge is moved by stochastic gradients, with 5 random others pushed away.
 */
final class Umap {
    private static final int NEIGHBOURS = 15;
    private static final int NEGATIVES = 5;
    private static final int MANY = 10_000;
    private static final int EPOCHS_OF_FEW = 500;
    private static final int EPOCHS_OF_MANY = 200;
    /** The curve 1 / (1 + a d^(2b)) fitted to a least distance of 0.1 and a spread of 1. */
    private static final double A = 1.576943460405378;

    private static final double B = 0.8950608781227859;
    private static final int CHECKED = 256;
    private static final double MOST_STEP = 4;
    private static final double START_SIZE = 10;

    private final NeighbourGraph graph;
    private final double[] x;
    private final double[] y;
    private final SplittableRandom random;

    private Umap(NeighbourGraph graph, Matrix start, SplittableRandom random) {
        this.graph = graph;
        this.random = random;
        this.x = scaled(start, 1, random);
        this.y = scaled(start, 2, random);
    }

    static Matrix embed(Matrix features, long seed, Workers workers, Monitor monitor) {
        int count = Math.min(NEIGHBOURS, features.rows()) - 1;
        Neighbours neighbours = Neighbours.of(features, count, workers, monitor);
        monitor.progress(0.1, "UMAP");
        NeighbourGraph graph = FuzzyGraph.of(neighbours, monitor);
        // the first eigenvector is constant but for the degrees
        Matrix axes = graph.normalized().leading(3, seed, monitor);
        Umap umap = new Umap(graph, axes, new SplittableRandom(seed));
        umap.optimize(features.rows() > MANY ? EPOCHS_OF_MANY : EPOCHS_OF_FEW, monitor.part(0.2, 1));
        Matrix plane = new Matrix(features.rows(), 2);
        for (int i = 0; i < features.rows(); i++) {
            plane.set(i, 0, umap.x[i]);
            plane.set(i, 1, umap.y[i]);
        }
        return plane;
    }

    /** From -10 to 10, with a little noise so that slices that coincide can part. */
    private static double[] scaled(Matrix start, int column, SplittableRandom random) {
        double[] values = new double[start.rows()];
        double most = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = start.get(i, column);
            most = Math.max(most, Math.abs(values[i]));
        }
        for (int i = 0; i < values.length; i++) {
            values[i] = (most > 0 ? values[i] / most * START_SIZE : 0) + 1e-2 * random.nextGaussian();
        }
        return values;
    }

    /** An edge is used as often as its weight says, compared with the strongest. */
    private void optimize(int epochs, Monitor monitor) {
        int edges = graph.start(graph.rows());
        double strongest = 0;
        for (int e = 0; e < edges; e++) {
            strongest = Math.max(strongest, graph.weight(e));
        }
        double[] due = new double[edges];
        for (int e = 0; e < edges; e++) {
            due[e] = strongest / graph.weight(e);
        }
        double[] period = due.clone();
        for (int epoch = 1; epoch <= epochs; epoch++) {
            double rate = 1 - (epoch - 1) / (double) epochs;
            for (int i = 0; i < graph.rows(); i++) {
                if (i % CHECKED == 0) {
                    monitor.check();
                }
                for (int e = graph.start(i); e < graph.start(i + 1); e++) {
                    if (due[e] <= epoch) {
                        due[e] += period[e];
                        pull(i, graph.end(e), rate);
                        for (int n = 0; n < NEGATIVES; n++) {
                            push(i, random.nextInt(x.length), rate);
                        }
                    }
                }
            }
            monitor.progress(epoch / (double) epochs, "UMAP");
        }
    }

    private double squares(int i, int j) {
        return (x[i] - x[j]) * (x[i] - x[j]) + (y[i] - y[j]) * (y[i] - y[j]);
    }

    private void pull(int i, int j, double rate) {
        double squares = squares(i, j);
        if (squares > 0) {
            double factor = -2 * A * B * Math.pow(squares, B - 1) / (1 + A * Math.pow(squares, B));
            double dx = rate * step(factor * (x[i] - x[j]));
            double dy = rate * step(factor * (y[i] - y[j]));
            x[i] += dx;
            y[i] += dy;
            x[j] -= dx;
            y[j] -= dy;
        }
    }

    private void push(int i, int j, double rate) {
        if (i != j) {
            double squares = squares(i, j);
            double factor = 2 * B / ((1e-3 + squares) * (1 + A * Math.pow(squares, B)));
            x[i] += rate * (squares > 0 ? step(factor * (x[i] - x[j])) : MOST_STEP);
            y[i] += rate * (squares > 0 ? step(factor * (y[i] - y[j])) : MOST_STEP);
        }
    }

    private static double step(double gradient) {
        return Math.max(-MOST_STEP, Math.min(MOST_STEP, gradient));
    }
}
