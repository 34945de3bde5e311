// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer.mosaic;

import java.awt.Dimension;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.Workers;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.task.Newest;
import org.tessera.workbench.task.Outcome;

/** Reads what of a mosaic is looked at and is not in memory in its resolution, in the background. Event thread only. */
public final class PyramidReader {
    private static final int AT_ONCE = 4;

    private final Workers workers;
    private final Newest<Pyramid> newest;

    /** @param read told that more of a mosaic's pixels can be painted */
    public PyramidReader(Workbench workbench, Consumer<Pyramid> read) {
        this.workers = workbench.workers();
        this.newest = new Newest<>(workbench.tasks(), "Reading what is looked at", outcome -> {
            if (outcome instanceof Outcome.Done<Pyramid> done) {
                read.accept(done.result());
            }
        });
    }

    /**
     * The user looks at a part of a mosaic.
     *
     * @param of the mosaic; null for none
     * @param pixels of the device for one of the window, each way
     */
    public void look(@Nullable Pyramid of, Viewport viewport, Dimension window, double pixels) {
        List<Integer> lacking = of == null ? List.of() : of.lacking(viewport, window, pixels);
        if (of == null || lacking.isEmpty()) {
            newest.drop();
            return;
        }
        List<Integer> next = lacking.subList(0, Math.min(AT_ONCE, lacking.size()));
        newest.request(monitor -> {
            workers.map(next.size(), i -> {
                of.load(next.get(i), viewport, pixels, monitor);
                return i;
            });
            return of;
        });
    }
}
