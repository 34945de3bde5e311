// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The colours of the clusters of a run, from {@link ClusterPalette} or the user's own. Immutable.
 *
 * @param each of every cluster, by its number
 */
public record ClusterColours(List<Of> each) {
    /** Of no clusters. */
    public static final ClusterColours NONE = new ClusterColours(List.of());

    /**
     * How a cluster is painted.
     *
     * @param colour of its slices
     * @param strength the share of the overlay's opacity, 0..1
     */
    public record Of(Color colour, double strength) {}

    public ClusterColours {
        each = List.copyOf(each);
    }

    /** Those of so many clusters, by size. */
    public static ClusterColours of(int clusters) {
        return ofPlaces(ClusterPalette.places(clusters));
    }

    /**
     * Those of so many clusters, but for some of the user's own.
     *
     * @param own cluster to {@code #RRGGBB}
     */
    public static ClusterColours of(int clusters, Map<Integer, String> own) {
        return of(clusters).withOwn(own);
    }

    /** Those of so many classes, none of which is quiet. */
    public static ClusterColours strong(int classes) {
        return new ClusterColours(IntStream.range(0, classes)
                .mapToObj(i -> new Of(ClusterPalette.at((i + 2) % ClusterPalette.SIZE), 1))
                .toList());
    }

    /** @param places in the palette, of each cluster */
    private static ClusterColours ofPlaces(List<Integer> places) {
        return new ClusterColours(places.stream()
                .map(place -> new Of(ClusterPalette.at(place), ClusterPalette.strengthAt(place)))
                .toList());
    }

    /**
     * Those of clusters that are matched with these: a cluster takes the colour of its match, the others what is left of the
     * palette, quiet colours only if they are among the two largest.
     *
     * @param matches of each cluster, by size, one of these, each once, or -1
     */
    public ClusterColours matched(List<Integer> matches) {
        List<Of> free = new ArrayList<>(of(Math.max(ClusterPalette.SIZE, matches.size())).each);
        matches.stream().filter(match -> match >= 0).forEach(match -> free.remove(each.get(match)));
        List<Of> matched = new ArrayList<>();
        for (int cluster = 0; cluster < matches.size(); cluster++) {
            int match = matches.get(cluster);
            if (match >= 0) {
                matched.add(each.get(match));
            } else {
                boolean quiet = cluster < 2;
                Of chosen = free.stream()
                        .filter(one -> one.strength < 1 == quiet)
                        .findFirst()
                        .orElse(free.get(0));
                free.remove(chosen);
                matched.add(chosen);
            }
        }
        return new ClusterColours(matched);
    }

    /**
     * Those of clusters that are matched with these, where a cluster that was split from one of these has a shade of its colour.
     *
     * @param matches as for {@link #matched(List)}
     * @param splitFrom of each cluster one of these, or -1
     */
    public ClusterColours matched(List<Integer> matches, List<Integer> splitFrom) {
        List<Of> other = new ArrayList<>(matched(matches).each);
        int[] splits = new int[size()];
        for (int cluster = 0; cluster < other.size(); cluster++) {
            int from = splitFrom.get(cluster);
            if (from >= 0) {
                other.set(cluster, new Of(shade(each.get(from).colour, splits[from]++), each.get(from).strength));
            }
        }
        return new ClusterColours(other);
    }

    /** A colour that is told from another and from its other shades: darker and lighter in turn. */
    private static Color shade(Color of, int number) {
        int towards = number % 2 == 0 ? 0 : 255;
        int rung = number / 2;
        double share = 0.4 * (1 + rung) / (1 + 0.5 * rung);
        return new Color(
                mix(of.getRed(), towards, share),
                mix(of.getGreen(), towards, share),
                mix(of.getBlue(), towards, share));
    }

    private static int mix(int from, int to, double share) {
        return (int) Math.round(from + (to - from) * share);
    }

    private ClusterColours withOwn(Map<Integer, String> own) {
        List<Of> other = new ArrayList<>(each);
        own.forEach((cluster, colour) -> {
            if (cluster < other.size()) {
                other.set(cluster, new Of(Color.decode(colour), other.get(cluster).strength));
            }
        });
        return new ClusterColours(other);
    }

    /** Those of a colour map, evenly from its first colour to its last; of {@link ColourMap#CLUSTERS} these. */
    public ClusterColours in(ColourMap map) {
        return map == ColourMap.CLUSTERS
                ? this
                : new ClusterColours(IntStream.range(0, size())
                        .mapToObj(cluster -> new Of(map.heat(size() < 2 ? 0 : cluster / (size() - 1.0)), 1))
                        .toList());
    }

    /** How many clusters there are. */
    public int size() {
        return each.size();
    }

    public Color colour(int cluster) {
        return each.get(cluster).colour;
    }

    /** The share of the overlay's opacity a cluster is painted at, 0..1. */
    public double strength(int cluster) {
        return each.get(cluster).strength;
    }

    /** Whether a cluster is painted fainter and so not outlined. */
    public boolean isQuiet(int cluster) {
        return strength(cluster) < 1;
    }
}
