// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An immutable map in the order of its names that takes little room: maps of the same names share them, so that a store of a
 * hundred thousand runs fits in memory. Any thread.
 */
final class NamedValues<V extends @Nullable Object> extends AbstractMap<String, V> {
    /** Runs of one version of the program have the same names; there are few versions. */
    private static final ConcurrentMap<List<String>, Names> KNOWN = new ConcurrentHashMap<>();

    private final Names names;
    private final Object[] values;

    private NamedValues(Names names, Object[] values) {
        this.names = names;
        this.values = values;
    }

    private record Names(List<String> list, Map<String, Integer> places) {
        static Names of(List<String> list) {
            return new Names(
                    list, IntStream.range(0, list.size()).boxed().collect(Collectors.toMap(list::get, place -> place)));
        }
    }

    static <V extends @Nullable Object> Map<String, V> copyOf(Map<String, V> map) {
        return map instanceof NamedValues<V> already
                ? already
                : new NamedValues<>(
                        KNOWN.computeIfAbsent(List.copyOf(map.keySet()), Names::of),
                        map.values().toArray());
    }

    /** Every name of some maps, in the order in which they come. */
    static Set<String> names(Stream<? extends Map<String, ?>> maps) {
        Set<List<String>> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<String> all = new LinkedHashSet<>();
        maps.forEach(map -> {
            if (!(map instanceof NamedValues<?> shared) || seen.add(shared.names.list)) {
                all.addAll(map.keySet());
            }
        });
        return all;
    }

    @SuppressWarnings("unchecked")
    private V at(int place) {
        return (V) values[place];
    }

    @Override
    public boolean containsKey(Object name) {
        return names.places.containsKey(name);
    }

    @Override
    @SuppressWarnings("NullAway")
    public V get(Object name) {
        Integer place = names.places.get(name);
        return place == null ? null : at(place);
    }

    @Override
    public int size() {
        return values.length;
    }

    @Override
    public Set<Map.Entry<String, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return values.length;
            }

            @Override
            public Iterator<Map.Entry<String, V>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < values.length;
                    }

                    @Override
                    public Map.Entry<String, V> next() {
                        if (!hasNext()) {
                            throw new NoSuchElementException();
                        }
                        int place = next++;
                        return new SimpleImmutableEntry<>(names.list.get(place), at(place));
                    }
                };
            }
        };
    }
}
