// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.cluster.LinkedPoints;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

/**
 * How often two slices are in one cluster, over several partitions of the same slices: the consensus matrix (Monti, Tamayo,
 * Mesirov and Golub 2003; co-association of Fred and Jain 2005). Exact: slices that have the same cluster in every partition are
 * one point of their number, so that not slices but different combinations of clusters are counted. Immutable; any thread.
 */
public final class Coassociation {
    /** The most different combinations of clusters. */
    public static final int MOST_COMBINATIONS = 6000;

    private static final int MOST_CLUSTERS = 30;

    private final int slices;
    private final int[] combinationOf;
    private final List<int[]> combinations = new ArrayList<>();
    private final List<Integer> weights = new ArrayList<>();
    private final double[][] share;

    private Coassociation(List<int[]> partitions, Monitor monitor) {
        this.slices = partitions.get(0).length;
        this.combinationOf = new int[slices];
        Map<List<Integer>, Integer> known = new HashMap<>();
        for (int i = 0; i < slices; i++) {
            int[] own = new int[partitions.size()];
            for (int p = 0; p < own.length; p++) {
                own[p] = Math.max(-1, partitions.get(p)[i]);
            }
            List<Integer> key = Arrays.stream(own).boxed().toList();
            Integer at = known.get(key);
            if (at == null) {
                at = combinations.size();
                known.put(key, at);
                combinations.add(own);
                weights.add(0);
            }
            combinationOf[i] = at;
            weights.set(at, weights.get(at) + 1);
        }
        int count = combinations.size();
        if (count > MOST_COMBINATIONS) {
            throw new ProblemException("The " + slices + " slices have " + count
                    + " different combinations of clusters in these runs, and the exact co-association is computed for "
                    + MOST_COMBINATIONS + " at most; choose fewer runs, runs that agree more, or a coarser grid.");
        }
        this.share = new double[count][];
        for (int a = 0; a < count; a++) {
            monitor.check();
            share[a] = new double[a];
            for (int b = 0; b < a; b++) {
                share[a][b] = share(combinations.get(a), combinations.get(b));
            }
        }
    }

    /**
     * The co-association of partitions.
     *
     * @param partitions two or more, a cluster for each of the same slices, negative for none
     * @throws ProblemException if they disagree in too many ways to be exact
     */
    public static Coassociation of(List<int[]> partitions, Monitor monitor) {
        if (partitions.size() < 2) {
            throw new ProblemException("A consensus is of two runs or more; choose more.");
        }
        for (int[] one : partitions) {
            if (one.length != partitions.get(0).length) {
                throw new ProblemException("The runs have " + partitions.get(0).length + " and " + one.length
                        + " slices; a consensus is of runs of the same grid. Choose those of one grid.");
            }
        }
        return new Coassociation(partitions, monitor);
    }

    /** Of the partitions that label both, the share that puts them together; 0 where none labels both. */
    private static double share(int[] one, int[] other) {
        int both = 0;
        int together = 0;
        for (int p = 0; p < one.length; p++) {
            if (one[p] >= 0 && other[p] >= 0) {
                both++;
                together += one[p] == other[p] ? 1 : 0;
            }
        }
        return both == 0 ? 0 : together / (double) both;
    }

    /** How often two slices are in one cluster, 0..1; 1 for slices that are together in each. */
    public double share(int slice, int other) {
        int a = combinationOf[slice];
        int b = combinationOf[other];
        return a == b ? 1 : a > b ? share[a][b] : share[b][a];
    }

    /**
     * How unsure it is with which others a slice belongs: the mean over all other slices of the entropy of being together, 0 to
     * 1 bit.
     */
    public double[] entropy() {
        int count = combinations.size();
        double[] each = new double[count];
        for (int a = 0; a < count; a++) {
            for (int b = 0; b < a; b++) {
                double bits = bits(share[a][b]);
                each[a] += weights.get(b) * bits;
                each[b] += weights.get(a) * bits;
            }
        }
        double[] entropy = new double[slices];
        for (int i = 0; i < slices; i++) {
            entropy[i] = slices < 2 ? 0 : each[combinationOf[i]] / (slices - 1);
        }
        return entropy;
    }

    private static double bits(double share) {
        return share <= 0 || share >= 1
                ? 0
                : -(share * Math.log(share) + (1 - share) * Math.log(1 - share)) / Math.log(2);
    }

    /**
     * The partition that agrees most with all: average linkage of slices that are apart by the share in which they are not
     * together (evidence accumulation, Fred and Jain 2005).
     *
     * @param clusters how many; 0 for as many as stay together longest while the least share is lowered (the longest lifetime)
     * @return a cluster for each slice, none for one that no partition labels
     * @throws ProblemException if there are more clusters than combinations
     */
    public Labels consensus(int clusters, Monitor monitor) {
        List<Integer> labelled = new ArrayList<>();
        for (int a = 0; a < combinations.size(); a++) {
            if (Arrays.stream(combinations.get(a)).anyMatch(label -> label >= 0)) {
                labelled.add(a);
            }
        }
        int count = labelled.size();
        if (clusters > count) {
            throw new ProblemException("The number of clusters is " + clusters + ", but the runs tell only " + count
                    + " groups of slices apart; ask for fewer.");
        }
        double[][] apart = new double[count][];
        int[] sizes = new int[count];
        for (int a = 0; a < count; a++) {
            sizes[a] = weights.get(labelled.get(a));
            apart[a] = new double[a];
            for (int b = 0; b < a; b++) {
                apart[a][b] = 1 - share[labelled.get(a)][labelled.get(b)];
            }
        }
        LinkedPoints tree = LinkedPoints.linked(apart, sizes, monitor);
        int[] cut = tree.cut(clusters > 0 ? clusters : tree.longestLived(MOST_CLUSTERS));
        int[] ofCombination = new int[combinations.size()];
        Arrays.fill(ofCombination, Labels.NONE);
        for (int a = 0; a < count; a++) {
            ofCombination[labelled.get(a)] = cut[a];
        }
        return Labels.canonical(
                Arrays.stream(combinationOf).map(at -> ofCombination[at]).toArray());
    }
}
