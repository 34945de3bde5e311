// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.image.ImageInfo;
import org.tessera.engine.run.RunResult;
import org.tessera.engine.score.ScoreName;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.Provenance;
import org.tessera.store.RunRecord;

/**
 * What came of making a recorded run once more.
 *
 * @param run its number
 * @param equal whether every label is the same, and every score to 1e-12
 * @param differences sentences: first what differs in the results, then what else is not as it was
 */
public record Reproduction(long run, boolean equal, List<String> differences) {
    private static final double TOLERANCE = 1e-12;

    public Reproduction {
        differences = List.copyOf(differences);
    }

    /**
     * Compares.
     *
     * @param labels as recorded
     * @param before the images as recorded
     * @param now the images as they are now
     */
    static Reproduction of(
            RunRecord run, int[] labels, RunResult again, ImageSetRecord before, ImageSetRecord now, Provenance here) {
        List<String> differences = new ArrayList<>();
        labels(labels, again.labels().toArray(), differences);
        scores(run, again, differences);
        boolean equal = differences.isEmpty();
        if (before.images().size() != now.images().size()) {
            differences.add("There are " + now.images().size() + " images, and "
                    + before.images().size() + " are recorded.");
        }
        int both = Math.min(before.images().size(), now.images().size());
        for (int i = 0; i < both; i++) {
            ImageInfo was = before.images().get(i).info();
            ImageInfo is = now.images().get(i).info();
            boolean same = was.pixelSha256().isEmpty()
                    ? was.fileSha256().equals(is.fileSha256())
                    : was.pixelSha256().equals(is.pixelSha256());
            if (!same) {
                differences.add(StoredImages.changed(was));
            }
        }
        if (!equal) {
            environment("engine", run.provenance().engineVersion(), here.engineVersion(), differences);
            environment("Tessera", run.provenance().programVersion(), here.programVersion(), differences);
            environment("Java", run.provenance().javaVersion(), here.javaVersion(), differences);
            environment("machine", run.provenance().machine(), here.machine(), differences);
        }
        return new Reproduction(run.id(), equal, differences);
    }

    private static void labels(int[] before, int[] now, List<String> differences) {
        if (before.length != now.length) {
            differences.add("There are " + now.length + " slices, and " + before.length + " are recorded.");
            return;
        }
        int different = 0;
        for (int i = 0; i < before.length; i++) {
            different += before[i] == now[i] ? 0 : 1;
        }
        if (different > 0) {
            differences.add(different + " of " + before.length + " slices have another label.");
        }
    }

    private static void scores(RunRecord run, RunResult again, List<String> differences) {
        Map<String, Double> before = run.scores();
        TreeSet<String> names = new TreeSet<>(before.keySet());
        again.scores().values().keySet().forEach(name -> names.add(name.id()));
        for (String name : names) {
            Double was = before.get(name);
            Double is = ScoreName.ofId(name)
                    .map(score -> again.scores().values().get(score))
                    .orElse(null);
            boolean same = was != null && is != null && Math.abs(was - is) <= TOLERANCE * Math.max(1, Math.abs(was));
            if (!same) {
                differences.add(name + " is " + text(is) + ", and " + text(was) + " is recorded.");
            }
        }
    }

    private static String text(@Nullable Double score) {
        return score == null ? "not defined" : String.format(Locale.ROOT, "%.17g", score);
    }

    private static void environment(String what, String before, String now, List<String> differences) {
        if (!before.equals(now)) {
            differences.add("It was made with " + what + " " + before + ", and this is " + now + ".");
        }
    }
}
