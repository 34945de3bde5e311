// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunSpec;
import org.tessera.engine.run.SpecParameters;
import org.tessera.engine.slice.Slicing;

/** What makes two runs the same, and two partitions. */
final class RunKeys {
    /** Parameters that came later: unless they are used, a run stays identical to the ones made before. */
    private static final Set<String> LATER = Set.of(
            "flat_field",
            "invert",
            "bin",
            "stride",
            "applied",
            "neighbors",
            "eps",
            "min_points",
            "score_limit",
            "members");

    private RunKeys() {}

    /**
     * Everything that decides the labels.
     *
     * @param parentKey the key of the partition of the parent; empty without one: its number says nothing elsewhere
     * @param modelKey the identity of the run that is applied, or of the partitions that a consensus is of; empty without one
     */
    static String identity(String pixels, RunSpec spec, String parentKey, String modelKey) {
        List<String> parts = new ArrayList<>(List.of("identity", Pipeline.VERSION, pixels));
        for (Map.Entry<String, @Nullable Object> parameter :
                SpecParameters.of(spec.under(null).applying(null)).entrySet()) {
            boolean said = parameter.getValue() != null && !parameter.getKey().equals("members");
            if (said || !LATER.contains(parameter.getKey())) {
                parts.add(parameter.getKey() + "=" + parameter.getValue());
            }
        }
        Parent parent = spec.parent();
        if (parent != null) {
            parts.add("clusters " + parent.clusters() + " of " + parentKey);
        }
        if (!modelKey.isEmpty()) {
            parts.add("applied " + modelKey);
        }
        return Fingerprint.of(parts);
    }

    /** Everything that decides the feature table. */
    static String features(String pixels, RunSpec spec) {
        return Fingerprint.of(List.of(
                "features",
                Pipeline.VERSION,
                pixels,
                String.valueOf(spec.slicing()),
                spec.statistics().toString()));
    }

    /** The slices and their partition; labels are canonical, so renaming clusters changes nothing. */
    static String labels(String pixels, RunSpec spec, Labels labels) {
        Slicing slicing = spec.slicing();
        return Fingerprint.of(List.of(
                "labels", pixels, slicing == null ? "null" : slicing.geometry(), Arrays.toString(labels.toArray())));
    }
}
