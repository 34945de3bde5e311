// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.truth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.ClusterColours;
import org.tessera.engine.truth.StatisticImportance;
import org.tessera.store.ClusterStyles;
import org.tessera.store.RunRecord;
import org.tessera.store.TruthRecord;
import org.tessera.tracking.RunDetails;
import org.tessera.tracking.TruthScore;
import org.tessera.ui.viewer.Overlay;
import org.tessera.ui.viewer.ShownClusters;
import org.tessera.ui.viewer.ViewerState;
import org.tessera.ui.viewer.mosaic.Mosaics.Mosaic;

/**
 * What the window of ground truth shows.
 *
 * @param sentence in place of everything while there are no images
 * @param mosaic the images; null while there are none
 * @param layers the newest version of each layer of the images
 * @param name of the layer that is painted
 * @param painting what is painted; null while no layer is
 * @param saved whether it is recorded as it is
 * @param brush the class that is painted, negative to erase
 * @param scores how well every run of the images finds the classes
 * @param selected number of the run in hand, or null
 * @param importance of each statistic of the run in hand for the classes
 * @param bright slices that stand out
 */
record TruthState(
        String sentence,
        @Nullable Mosaic mosaic,
        List<TruthRecord> layers,
        String name,
        @Nullable Painting painting,
        boolean saved,
        int brush,
        List<TruthScore> scores,
        @Nullable Long selected,
        List<StatisticImportance> importance,
        List<Integer> bright) {
    static final TruthState EMPTY = new TruthState(
            "Add images, or select an image set, to paint what you know of its slices.",
            null,
            List.of(),
            "",
            null,
            true,
            0,
            List.of(),
            null,
            List.of(),
            List.of());

    TruthState {
        layers = List.copyOf(layers);
        scores = List.copyOf(scores);
        importance = List.copyOf(importance);
        bright = List.copyOf(bright);
    }

    TruthState withMosaic(@Nullable Mosaic other, List<TruthRecord> known) {
        return new TruthState(
                other == null ? EMPTY.sentence : "",
                other,
                known,
                "",
                null,
                true,
                0,
                List.of(),
                selected,
                List.of(),
                List.of());
    }

    TruthState saying(String other) {
        return new TruthState(other, null, List.of(), "", null, true, 0, List.of(), selected, List.of(), List.of());
    }

    /** @param asRecorded whether what is painted is among them */
    TruthState withLayers(List<TruthRecord> known, boolean asRecorded) {
        return new TruthState(
                sentence, mosaic, known, name, painting, asRecorded, brush, scores, selected, importance, bright);
    }

    TruthState withPainting(String layer, Painting other, boolean asRecorded, int withBrush) {
        return new TruthState(
                sentence, mosaic, layers, layer, other, asRecorded, withBrush, scores, selected, importance, List.of());
    }

    TruthState withBrush(int other) {
        return new TruthState(
                sentence, mosaic, layers, name, painting, saved, other, scores, selected, importance, bright);
    }

    TruthState withScores(List<TruthScore> other) {
        return new TruthState(
                sentence, mosaic, layers, name, painting, saved, brush, other, selected, importance, bright);
    }

    TruthState withSelected(@Nullable Long other, List<StatisticImportance> each) {
        return new TruthState(sentence, mosaic, layers, name, painting, saved, brush, scores, other, each, List.of());
    }

    TruthState withBright(List<Integer> other) {
        return new TruthState(
                sentence, mosaic, layers, name, painting, saved, brush, scores, selected, importance, other);
    }

    /** The score of the run in hand. */
    Optional<TruthScore> scoreInHand() {
        return scores.stream()
                .filter(score -> selected != null && score.run().id() == selected)
                .findFirst();
    }

    /** The colours of the classes. */
    ClusterColours colours() {
        Painting of = painting;
        return of == null
                ? ClusterColours.NONE
                : ClusterColours.strong(of.layer().classes().size());
    }

    /** What the canvas shows. */
    ViewerState viewer() {
        Mosaic of = mosaic;
        Painting shown = painting;
        if (of == null) {
            return ViewerState.EMPTY;
        }
        RunDetails details = shown == null
                ? null
                : new RunDetails(
                        RunRecord.NONE,
                        shown.layout(),
                        shown.slices(),
                        shown.refs(),
                        Arrays.stream(shown.layer().labels().toArray()).boxed().toList(),
                        Optional.empty(),
                        "");
        return new ViewerState(
                of.pyramid(),
                of.pyramid().range(),
                details,
                "",
                "",
                Overlay.DEFAULT,
                of.names(),
                null,
                bright,
                shown == null
                        ? ShownClusters.NONE
                        : new ShownClusters(RunRecord.UNRECORDED, shown.sizes(), colours(), ClusterStyles.NONE),
                null);
    }
}
