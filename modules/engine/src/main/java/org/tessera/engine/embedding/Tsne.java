// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.embedding;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;
import smile.manifold.TSNE;
import smile.math.MathEx;

/** t-SNE by Smile, on a thread of its own: Smile has no way to cancel it, so a cancelled one is left to end by itself. */
final class Tsne {
    /** Three matrices of all pairs are held: 400 MB at this number. */
    static final int MOST_SLICES = 4096;

    private static final double PERPLEXITY = 30;
    private static final double LEARNING_RATE = 200;
    private static final int ITERATIONS = 1000;
    private static final int PAUSE_MILLIS = 20;

    private static final int AT_ONCE = 10;
    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger ITS_LOG = Logger.getLogger(TSNE.class.getName());

    static {
        // it tells of every few iterations what the monitor is told too
        ITS_LOG.setLevel(Level.WARNING);
    }

    private Tsne() {}

    static Matrix embed(Matrix x, long seed, Monitor monitor) {
        if (x.rows() > MOST_SLICES) {
            throw new ProblemException("t-SNE holds every pair of slices and takes up to " + MOST_SLICES
                    + " of them, and these are " + x.rows() + "; choose UMAP or a coarser grid.");
        }
        double[][] rows = new double[x.rows()][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = x.rowMajor(i, i + 1);
        }
        double perplexity = Math.min(PERPLEXITY, (x.rows() - 1) / 3.0);
        FutureTask<double[][]> work = new FutureTask<>(() -> {
            MathEx.setSeed(seed);
            TSNE tsne = new TSNE(rows, 2, perplexity, LEARNING_RATE, 1);
            for (int i = 1; i < ITERATIONS && !monitor.cancelled(); i += AT_ONCE) {
                tsne.update(AT_ONCE);
                monitor.progress(i / (double) ITERATIONS, "t-SNE");
            }
            return tsne.coordinates;
        });
        Thread thread = new Thread(work, "tessera-tsne");
        thread.setDaemon(true);
        thread.start();
        double[][] coordinates = await(work, monitor);
        monitor.check();
        Matrix plane = new Matrix(x.rows(), 2);
        for (int i = 0; i < coordinates.length; i++) {
            plane.set(i, 0, coordinates[i][0]);
            plane.set(i, 1, coordinates[i][1]);
        }
        return plane;
    }

    private static double[][] await(FutureTask<double[][]> work, Monitor monitor) {
        boolean interrupted = false;
        try {
            while (true) {
                monitor.check();
                try {
                    return work.get(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
                } catch (TimeoutException e) {
                    // looked at the monitor again
                } catch (InterruptedException e) {
                    interrupted = true;
                } catch (ExecutionException e) {
                    throw new IllegalStateException("t-SNE failed", e.getCause());
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
