// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.embedding;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.task.Suggestion;
import org.tessera.engine.task.Workers;
import org.tessera.engine.transform.Matrix;

/** How slices are laid out in a plane so that neighbours stay neighbours. */
public enum EmbeddingMethod {
    /** t-distributed stochastic neighbour embedding (van der Maaten and Hinton 2008). */
    TSNE("t-SNE"),
    /** Uniform manifold approximation and projection (McInnes, Healy and Melville 2018). */
    UMAP("UMAP");

    private final String label;

    EmbeddingMethod(String label) {
        this.label = label;
    }

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As shown to a person. */
    public String label() {
        return label;
    }

    /** @throws ProblemException naming the nearest known one */
    public static EmbeddingMethod parse(String text) {
        List<String> ids = Arrays.stream(values()).map(EmbeddingMethod::id).toList();
        int found = ids.indexOf(text.strip().toLowerCase(Locale.ROOT).replace("-", ""));
        if (found < 0) {
            throw new ProblemException("There is no method \"" + text + "\". " + Suggestion.of(text, ids));
        }
        return values()[found];
    }

    /**
     * Lays slices out.
     *
     * @param x slices x features, finite; 4 slices or more
     * @param seed of every random choice
     * @param workers the threads that work
     * @return slices x 2
     * @throws ProblemException if there are too few slices, or too many for the method
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Matrix embed(Matrix x, long seed, Workers workers, Monitor monitor) {
        if (x.rows() < 4) {
            throw new ProblemException(
                    label + " needs 4 slices or more, and these are " + x.rows() + "; choose a finer grid.");
        }
        return this == TSNE ? Tsne.embed(x, seed, monitor) : Umap.embed(x, seed, workers, monitor);
    }
}
