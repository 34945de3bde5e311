// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.Fingerprint;
import org.tessera.engine.run.Parent;
import org.tessera.engine.run.Pipeline;
import org.tessera.engine.run.RunSpec;

/** What makes two runs the same, and two partitions. */
final class RunKeys {
    private RunKeys() {}

    /**
     * Everything that decides the labels.
     *
     * @param parentKey the key of the partition of the parent; empty without one: its number says nothing elsewhere
     */
    static String identity(String pixels, RunSpec spec, String parentKey) {
        List<String> parts = new ArrayList<>(List.of("identity", Pipeline.VERSION, pixels));
        for (Map.Entry<String, @Nullable Object> parameter :
                SpecParameters.of(spec.under(null)).entrySet()) {
            parts.add(parameter.getKey() + "=" + parameter.getValue());
        }
        Parent parent = spec.parent();
        if (parent != null) {
            parts.add("clusters " + parent.clusters() + " of " + parentKey);
        }
        return Fingerprint.of(parts);
    }

    /** Everything that decides the feature table. */
    static String features(String pixels, RunSpec spec) {
        return Fingerprint.of(List.of(
                "features",
                Pipeline.VERSION,
                pixels,
                String.valueOf(spec.grid()),
                spec.statistics().toString()));
    }

    /** The slices and their partition; labels are canonical, so renaming clusters changes nothing. */
    static String labels(String pixels, RunSpec spec, Labels labels) {
        return Fingerprint.of(
                List.of("labels", pixels, String.valueOf(spec.grid()), Arrays.toString(labels.toArray())));
    }
}
