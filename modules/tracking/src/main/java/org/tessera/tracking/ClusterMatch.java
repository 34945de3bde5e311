// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.SliceRect;

/** Which clusters of two runs of one mosaic are about the same: those that cover the same places. */
final class ClusterMatch {
    /** Places that are looked at along the mosaic's longer side. */
    private static final int PLACES = 256;

    private ClusterMatch() {}

    private record Pair(int cluster, int other, int places) {}

    /**
     * For each cluster of a run the one of another run with which it shares most, or -1; none is taken twice, and those that
     * share most come first.
     */
    static List<Integer> of(RunDetails run, RunDetails other) {
        int clusters = run.run().clusterSizes().size();
        List<Integer> matches = new ArrayList<>(Collections.nCopies(clusters, -1));
        if (!run.layout().equals(other.layout())) {
            return matches;
        }
        int others = other.run().clusterSizes().size();
        int[][] shared = new int[clusters][others];
        int[] ours = raster(run);
        int[] theirs = raster(other);
        for (int i = 0; i < ours.length; i++) {
            if (ours[i] >= 0 && theirs[i] >= 0) {
                shared[ours[i]][theirs[i]]++;
            }
        }
        List<Pair> pairs = new ArrayList<>();
        for (int c = 0; c < clusters; c++) {
            for (int o = 0; o < others; o++) {
                if (shared[c][o] > 0) {
                    pairs.add(new Pair(c, o, shared[c][o]));
                }
            }
        }
        pairs.sort(Comparator.comparingInt(Pair::places).reversed());
        boolean[] taken = new boolean[others];
        for (Pair pair : pairs) {
            if (matches.get(pair.cluster) < 0 && !taken[pair.other]) {
                matches.set(pair.cluster, pair.other);
                taken[pair.other] = true;
            }
        }
        return matches;
    }

    /** The cluster at places evenly over the mosaic, -1 for none. */
    private static int[] raster(RunDetails of) {
        MosaicLayout layout = of.layout();
        double step = Math.max(1, Math.max(layout.width(), layout.height()) / (double) PLACES);
        int across = (int) Math.ceil(layout.width() / step);
        int down = (int) Math.ceil(layout.height() / step);
        int[] raster = new int[across * down];
        Arrays.fill(raster, -1);
        for (int i = 0; i < of.slices().size(); i++) {
            SliceRect slice = of.slices().get(i);
            int label = of.labels().get(i);
            int right = Math.min(across, first(slice.x() + slice.width(), step));
            int bottom = Math.min(down, first(slice.y() + slice.height(), step));
            for (int y = first(slice.y(), step); y < bottom; y++) {
                for (int x = first(slice.x(), step); x < right; x++) {
                    raster[y * across + x] = label;
                }
            }
        }
        return raster;
    }

    /** The first place whose middle is at or after a pixel. */
    private static int first(int pixel, double step) {
        return (int) Math.ceil(pixel / step - 0.5);
    }
}
