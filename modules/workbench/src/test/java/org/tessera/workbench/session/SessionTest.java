// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tessera.engine.score.Metric;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Space;

class SessionTest {
    private static final ScoreName DAVIES_BOULDIN = new ScoreName(Metric.DAVIES_BOULDIN, Space.CLUSTERED);
    private static final ScoreName RAW = new ScoreName(Metric.SILHOUETTE, Space.RAW_FEATURES);

    private final Session session = new Session();

    @Test
    void aListenerIsToldWhatIsAndThenEveryChange() {
        List<SessionState> heard = new ArrayList<>();
        session.addListener((before, after) -> heard.add(after));

        session.selectScore(DAVIES_BOULDIN);
        session.selectImageSet(7);

        assertThat(heard).hasSize(3);
        assertThat(heard.get(2).score()).isEqualTo(DAVIES_BOULDIN);
        assertThat(heard.get(2).imageSet()).isEqualTo(7);
    }

    @Test
    void aChangeToTheSameIsNotTold() {
        session.selectImageSet(7);
        List<SessionState> heard = new ArrayList<>();
        session.addListener((before, after) -> heard.add(after));

        session.selectImageSet(7);

        assertThat(heard).hasSize(1);
    }

    @Test
    void aChangeMadeWhileTellingIsHeardByAllInOrder() {
        List<ScoreName> heard = new ArrayList<>();
        session.addListener((before, after) -> {
            if (after.score().equals(DAVIES_BOULDIN)) {
                session.selectScore(RAW);
            }
        });
        session.addListener((before, after) -> heard.add(after.score()));

        session.selectScore(DAVIES_BOULDIN);

        assertThat(heard).containsExactly(ScoreName.SILHOUETTE, DAVIES_BOULDIN, RAW);
    }

    @Test
    void aRunThatIsNotThereCannotBeSelected() {
        session.selectRun(99);

        assertThat(session.state().run()).isNull();
    }
}
