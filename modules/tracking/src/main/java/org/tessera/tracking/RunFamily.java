// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tessera.engine.compare.Similarity;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;
import org.tessera.tracking.landscape.VaryingParameter;

/**
 * Runs whose partitions are the same, or nearly so.
 *
 * @param name A for the largest family of those compared, then B to Z, AA, AB ...
 * @param runs one or more, in the order they were given
 * @param best of them by silhouette in the clustered space; empty if every one of them is degenerate or has none
 * @param shared parameters in which the runs compared differ and those of the family do not, with their value as text
 */
public record RunFamily(String name, List<RunRecord> runs, Optional<RunRecord> best, Map<String, String> shared) {
    /** The adjusted Rand index from which two partitions are nearly the same, unless another is asked for. */
    public static final double NEARLY_SAME = 0.99;

    private static final int LETTERS = 26;

    public RunFamily {
        runs = List.copyOf(runs);
        shared = Collections.unmodifiableMap(new LinkedHashMap<>(shared));
    }

    /**
     * All families, the largest first; most often some hold one run only.
     *
     * @param runs in the order of the similarity
     */
    public static List<RunFamily> of(List<RunRecord> runs, Similarity similarity) {
        List<VaryingParameter> varying = VaryingParameter.of(runs);
        List<RunFamily> families = new ArrayList<>();
        for (List<Integer> places : similarity.families()) {
            List<RunRecord> members = places.stream().map(runs::get).toList();
            families.add(new RunFamily(
                    name(families.size()),
                    members,
                    BestRun.of(members, ScoreName.SILHOUETTE).map(BestRun::run),
                    shared(members, varying)));
        }
        return List.copyOf(families);
    }

    /** The families of two runs or more. */
    public static List<RunFamily> ofSeveral(List<RunFamily> families) {
        return families.stream().filter(family -> family.runs().size() > 1).toList();
    }

    /** How many partitions runs make and how many of them have one that others have too, as half a sentence. */
    public static String counted(List<RunFamily> families) {
        int runs = families.stream().mapToInt(family -> family.runs().size()).sum();
        int together = ofSeveral(families).stream()
                .mapToInt(family -> family.runs().size())
                .sum();
        return runs + " runs make " + families.size() + (families.size() == 1 ? " partition" : " partitions") + "; "
                + (together == 0
                        ? "none is nearly the same as another"
                        : together + " runs are nearly the same as others");
    }

    private static Map<String, String> shared(List<RunRecord> members, List<VaryingParameter> varying) {
        Set<String> within = VaryingParameter.of(members).stream()
                .map(VaryingParameter::name)
                .collect(Collectors.toSet());
        Map<String, String> shared = new LinkedHashMap<>();
        varying.stream()
                .map(VaryingParameter::name)
                .filter(name -> !within.contains(name))
                .forEach(name -> shared.put(name, members.get(0).parameterText(name)));
        return shared;
    }

    /** Of a place from 0: A to Z, then AA, AB ... */
    private static String name(int place) {
        String last = Character.toString((char) ('A' + place % LETTERS));
        return place < LETTERS ? last : name(place / LETTERS - 1) + last;
    }

    /** The number of its best run; a dash if there is none. */
    public String bestNumber() {
        return best.map(run -> Long.toString(run.id())).orElse("–");
    }

    /** The numbers of its runs, such as {@code 1, 6}. */
    public String numbers() {
        return runs.stream().map(run -> Long.toString(run.id())).collect(Collectors.joining(", "));
    }
}
