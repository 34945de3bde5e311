// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.RunRecord;

/** Records as JSON; the field names are a contract. */
public final class Json {
    private Json() {}

    /**
     * A run as {@code run --json} and {@code show --json} give it.
     *
     * @param identicalTo the earlier run with the same images and spec, or null
     */
    public static Map<String, @Nullable Object> run(RunRecord run, @Nullable Long identicalTo) {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("id", run.id());
        map.put("project", run.project());
        map.put("experiment", run.experiment());
        map.put("sweep", run.sweep());
        map.put("name", run.name());
        map.put("note", run.note());
        map.put("tags", run.tags());
        map.put("starred", run.starred());
        map.put("deleted", run.deleted() == null ? null : run.deleted().toString());
        map.put("status", run.status().id());
        map.put("started", run.started().toString());
        map.put("parameters", run.parameters());
        map.put("image_set", run.imageSetName());
        map.put("images", run.images());
        map.put("slices", run.slices());
        map.put("scores", scores(run));
        map.put("cluster_sizes", run.clusterSizes());
        map.put("degenerate", run.degenerate());
        map.put("explained_variance_ratio", run.explainedVarianceRatio());
        map.put("warnings", run.warnings());
        map.put("identical_to", identicalTo);
        map.put("same_labels_as", run.sameLabelsAs());
        map.put("timings_ms", run.timingsMillis());
        Map<String, Object> versions = new LinkedHashMap<>();
        versions.put("engine", run.provenance().engineVersion());
        versions.put("tessera", run.provenance().programVersion());
        versions.put("java", run.provenance().javaVersion());
        versions.put("machine", run.provenance().machine());
        map.put("versions", versions);
        return map;
    }

    private static Map<String, @Nullable Object> scores(RunRecord run) {
        Map<String, @Nullable Object> scores = new LinkedHashMap<>();
        for (ScoreName name : ScoreName.all()) {
            scores.put(name.id(), run.scores().get(name.id()));
        }
        ScoreName.withSampled().stream()
                .filter(name -> name.sampled() && run.score(name).isPresent())
                .forEach(name -> scores.put(name.id(), run.scores().get(name.id())));
        return scores;
    }

    /** A list of runs as {@code list --json} gives it. */
    public static Map<String, Object> list(List<RunRecord> runs, int total) {
        List<Object> maps = new ArrayList<>();
        runs.forEach(run -> maps.add(run(run, null)));
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("runs", maps);
        map.put("total", total);
        return map;
    }
}
