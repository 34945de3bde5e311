// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.tessera.engine.slice.SliceRef;
import org.tessera.tracking.RunDetails;
import org.tessera.workbench.session.Session;

/** Slices that are selected in all windows. User interface's thread. */
final class SelectedSlices {
    private SelectedSlices() {}

    /** Their places among the slices of what is shown, ascending. */
    static List<Integer> places(RunDetails details, Set<SliceRef> selected) {
        return selected.isEmpty()
                ? List.of()
                : IntStream.range(0, details.refs().size())
                        .filter(place -> selected.contains(details.refs().get(place)))
                        .boxed()
                        .toList();
    }

    /**
     * A slice has been clicked: it alone is selected, or turned in the selection.
     *
     * @param place among the slices of what is shown, or -1 for none
     * @param more whether the others stay selected
     */
    static void click(Session session, int place, boolean more) {
        RunDetails details = session.state().shown();
        if (details == null || place < 0 || place >= details.refs().size()) {
            session.selectSlices(Set.of());
            return;
        }
        SliceRef slice = details.refs().get(place);
        Set<SliceRef> slices = more ? new HashSet<>(session.state().slices()) : new HashSet<>();
        boolean alone = session.state().slices().equals(Set.of(slice));
        if (!slices.remove(slice) && !alone) {
            slices.add(slice);
        }
        session.selectSlices(slices);
    }

    /** All slices at some places are selected. */
    static void all(Session session, Collection<Integer> places) {
        RunDetails details = session.state().shown();
        if (details != null) {
            Set<SliceRef> slices = new HashSet<>();
            places.forEach(place -> slices.add(details.refs().get(place)));
            session.selectSlices(slices);
        }
    }
}
