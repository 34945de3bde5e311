// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.landscape;

import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.workbench.session.Session;
import org.tessera.workbench.session.SessionState;

/** Tells a window, while it is seen, of other runs to plot and of another run in hand. Event thread only. */
final class Follower {
    private final Session session;
    private final Consumer<SessionState> plots;
    private final Consumer<@Nullable Long> selects;
    private boolean showing;
    private @Nullable SessionState seen;

    /**
     * @param plots told of other runs, or another score
     * @param selects told of another run in hand among the same runs; null for none
     */
    Follower(Session session, Consumer<SessionState> plots, Consumer<@Nullable Long> selects) {
        this.session = session;
        this.plots = plots;
        this.selects = selects;
        session.addListener((before, after) -> follow(after));
    }

    /** Whether the window is seen. */
    void setShowing(boolean shown) {
        showing = shown;
        follow(session.state());
    }

    private void follow(SessionState now) {
        if (!showing) {
            return;
        }
        SessionState last = seen;
        seen = now;
        if (last == null || !now.plotsAs(last)) {
            plots.accept(now);
        } else if (!Objects.equals(last.run(), now.run())) {
            selects.accept(now.run());
        }
    }
}
