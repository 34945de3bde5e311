// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.run;

import java.util.List;
import java.util.stream.Collectors;
import org.tessera.engine.task.ProblemException;

/**
 * The run whose clusters are clustered once more, with a scaling and PCA of their own.
 *
 * @param run its number
 * @param clusters which of its clusters, ascending, each once
 */
public record Parent(long run, List<Integer> clusters) {
    public Parent {
        clusters = clusters.stream().distinct().sorted().toList();
        if (clusters.isEmpty() || clusters.get(0) < 0) {
            throw new ProblemException("The clusters of run " + run + " to cluster again are " + clusters
                    + "; name one or more, counted from 0.");
        }
    }

    /** The clusters as shown: {@code 0, 2}. */
    public String clustersText() {
        return clusters.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
