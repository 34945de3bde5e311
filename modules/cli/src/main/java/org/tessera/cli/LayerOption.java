// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.ProblemException;
import org.tessera.store.Store;
import org.tessera.store.TruthRecord;
import picocli.CommandLine.Option;

/** Which layer of ground truth. */
final class LayerOption {
    @Option(
            names = "--layer",
            paramLabel = "N",
            description = "Number of the layer, as in \"tessera truth list\" (default: the newest of the images).")
    private @Nullable Long layer;

    /**
     * The layer.
     *
     * @param runs of whose images it is; none: of any
     * @throws ProblemException if there is none
     */
    TruthRecord of(Store store, List<Long> runs) {
        Long wanted = layer;
        if (wanted != null) {
            return store.truth().require(wanted);
        }
        Optional<TruthRecord> newest = runs.isEmpty()
                ? store.truth().all().stream()
                        .filter(one -> one.deleted() == null)
                        .reduce((a, b) -> b)
                : store.truth().newest(store.requireRun(runs.get(0)).imageSet()).stream()
                        .reduce((a, b) -> b);
        return newest.orElseThrow(() -> new ProblemException(
                "There is no ground truth of these images; record some with \"tessera truth import\"."));
    }
}
