// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.cluster;

import org.tessera.engine.task.Monitor;

/** Average linkage of points of which only the distances are known. Immutable; any thread. */
public final class LinkedPoints {
    private final Merges merges;
    private final int points;

    private LinkedPoints(Merges merges, int points) {
        this.merges = merges;
        this.points = points;
    }

    /**
     * Links points.
     *
     * @param distances for each point those to the points before it; changed
     * @param sizes how many each point stands for
     */
    public static LinkedPoints linked(double[][] distances, int[] sizes, Monitor monitor) {
        return new LinkedPoints(AverageLinkage.merges(distances, sizes, monitor), distances.length);
    }

    /** A label for every point in so many clusters. */
    public int[] cut(int clusters) {
        return merges.cut(clusters);
    }

    /**
     * How many clusters stay unchanged over the widest range of distances (Fred and Jain 2005): 2 or more, the fewest on a tie.
     *
     * @param most clusters that are looked at
     */
    public int longestLived(int most) {
        if (points < 2) {
            return 1;
        }
        double[] heights = merges.heights();
        int best = 2;
        double longest = -1;
        for (int clusters = 2; clusters <= Math.min(most, points); clusters++) {
            // heights[i] is where i + 1 merges have been made, so points - i - 1 clusters are left
            double ends = heights[points - clusters];
            double begins = clusters == points ? 0 : heights[points - clusters - 1];
            if (ends - begins > longest + 1e-12) {
                longest = ends - begins;
                best = clusters;
            }
        }
        return best;
    }
}
