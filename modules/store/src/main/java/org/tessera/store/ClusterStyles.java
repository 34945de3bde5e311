// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;

/**
 * How a user names, colours and orders the clusters of a run; their numbers, by size, stay.
 *
 * @param names of clusters that have one
 * @param colours of clusters that have one of their own, {@code #RRGGBB}
 * @param order in which clusters are listed, those that are not in it after them; empty: by number
 */
public record ClusterStyles(Map<Integer, String> names, Map<Integer, String> colours, List<Integer> order) {
    private static final int LONGEST_NAME = 100;
    private static final Pattern COLOUR = Pattern.compile("#[0-9A-Fa-f]{6}");

    /** As they were found. */
    public static final ClusterStyles NONE = new ClusterStyles(Map.of(), Map.of(), List.of());

    public ClusterStyles {
        names = Map.copyOf(names);
        colours = Map.copyOf(colours);
        order = List.copyOf(order);
        boolean numbers = Stream.of(names.keySet(), colours.keySet(), order)
                .flatMap(Collection::stream)
                .allMatch(cluster -> cluster >= 0);
        if (!numbers
                || names.values().stream().anyMatch(name -> name.isBlank() || name.length() > LONGEST_NAME)
                || !colours.values().stream()
                        .allMatch(colour -> COLOUR.matcher(colour).matches())) {
            throw new IllegalArgumentException("clusters are named " + names + ", coloured " + colours);
        }
    }

    /** The name of a cluster, or its number. */
    public String name(int cluster) {
        return names.getOrDefault(cluster, "Cluster " + cluster);
    }

    /** All clusters in the order in which they are listed. */
    public List<Integer> order(int clusters) {
        List<Integer> all = new ArrayList<>(
                order.stream().filter(one -> one < clusters).distinct().toList());
        IntStream.range(0, clusters).filter(one -> !all.contains(one)).forEach(all::add);
        return all;
    }

    /**
     * With a name of a cluster; blank: without.
     *
     * @throws ProblemException if it is too long
     */
    public ClusterStyles withName(int cluster, String name) {
        if (name.strip().length() > LONGEST_NAME) {
            throw new ProblemException(
                    "The name of a cluster has more than " + LONGEST_NAME + " characters; shorten it.");
        }
        return new ClusterStyles(with(names, cluster, name.isBlank() ? null : name.strip()), colours, order);
    }

    /**
     * With a colour of a cluster; null: with that of its number.
     *
     * @param colour {@code #RRGGBB}
     */
    public ClusterStyles withColour(int cluster, @Nullable String colour) {
        if (colour != null && !COLOUR.matcher(colour).matches()) {
            throw new ProblemException("\"" + colour + "\" is no colour; give one as #24806A.");
        }
        return new ClusterStyles(names, with(colours, cluster, colour), order);
    }

    /** With a cluster listed at the place of another. */
    public ClusterStyles moved(int cluster, int toPlaceOf, int clusters) {
        List<Integer> all = order(clusters);
        int place = all.indexOf(toPlaceOf);
        all.remove((Integer) cluster);
        all.add(place, cluster);
        boolean byNumber = IntStream.range(0, clusters).allMatch(i -> all.get(i) == i);
        return new ClusterStyles(names, colours, byNumber ? List.of() : all);
    }

    private static Map<Integer, String> with(Map<Integer, String> map, int cluster, @Nullable String value) {
        Map<Integer, String> other = new TreeMap<>(map);
        if (value == null) {
            other.remove(cluster);
        } else {
            other.put(cluster, value);
        }
        return other;
    }

    /** As JSON; null for {@link #NONE}. */
    @Nullable
    String write() {
        return equals(NONE) ? null : JsonText.compact(json());
    }

    Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("names", new TreeMap<>(names));
        json.put("colours", new TreeMap<>(colours));
        json.put("order", order);
        return json;
    }

    static ClusterStyles read(@Nullable String json) {
        return json == null ? NONE : of(JsonText.read(json));
    }

    static ClusterStyles of(Map<?, ?> json) {
        return new ClusterStyles(
                texts(json.get("names")),
                texts(json.get("colours")),
                json.get("order") instanceof List<?> list
                        ? list.stream().map(one -> ((Number) one).intValue()).toList()
                        : List.of());
    }

    private static Map<Integer, String> texts(@Nullable Object json) {
        Map<Integer, String> texts = new TreeMap<>();
        if (json instanceof Map<?, ?> map) {
            Function<Object, Integer> number = key -> Integer.valueOf(key.toString());
            map.forEach((key, value) -> texts.put(number.apply(key), value.toString()));
        }
        return texts;
    }
}
