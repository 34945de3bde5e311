// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import smile.validation.metric.AdjustedRandIndex;

class ContingencyTest {
    /** Two labellings that agree in part, from a generator of a few lines that any language repeats. */
    private static int[][] labellings(int n, int a, int b, long seed) {
        long state = seed;
        int[][] both = new int[2][n];
        for (int i = 0; i < n; i++) {
            state = (state * 1103515245 + 12345) % 2147483648L;
            both[0][i] = (int) ((state >> 16) % a);
            state = (state * 1103515245 + 12345) % 2147483648L;
            long drawn = state >> 16;
            both[1][i] = (int) ((drawn % 3 != 0 ? both[0][i] : drawn / 3 % b) % b);
        }
        return both;
    }

    /** Expected: scikit-learn 1.2.1 (adjusted_rand_score, adjusted_mutual_info_score, homogeneity_completeness_v_measure). */
    @ParameterizedTest
    @CsvSource({
        "50,3,3,1,0.346574128765505,0.334135802744800,0.355392717941993,0.365682901593783,0.360464386206809",
        "500,4,6,2,0.464138507151943,0.398878131852671,0.440730235440201,0.374656115768575,0.405016046361356",
        "96,3,2,7,0.370045441099743,0.407958337611126,0.327954377974065,0.565875756332158,0.415249888218553",
        "2000,12,9,3,0.354524610820476,0.405727727163277,0.386033436227277,0.440347386068559,0.411405516661158"
    })
    void agreesWithScikitLearn(
            int n, int a, int b, long seed, double ari, double ami, double first, double second, double v) {
        int[][] both = labellings(n, a, b, seed);
        // scikit-learn's first argument is the truth
        Contingency table = Contingency.of(both[1], both[0]);

        assertThat(table.adjustedRand()).isCloseTo(ari, within(1e-12));
        assertThat(table.adjustedMutualInformation()).isCloseTo(ami, within(1e-11));
        assertThat(table.homogeneity()).isCloseTo(first, within(1e-12));
        assertThat(table.completeness()).isCloseTo(second, within(1e-12));
        assertThat(table.vMeasure()).isCloseTo(v, within(1e-12));
        assertThat(table.adjustedRand())
                .as("Smile's, independently")
                .isCloseTo(AdjustedRandIndex.of(both[0], both[1]), within(1e-12));
    }

    @Test
    void renamingClustersChangesNothingAndBothSidesAreAlike() {
        int[][] both = labellings(300, 5, 4, 11);
        int[] renamed = Arrays.stream(both[0]).map(label -> (label + 2) % 5).toArray();
        Contingency table = Contingency.of(both[0], both[1]);

        assertThat(Contingency.of(renamed, both[1]).adjustedRand()).isEqualTo(table.adjustedRand());
        assertThat(Contingency.of(both[1], both[0]).adjustedRand()).isCloseTo(table.adjustedRand(), within(1e-15));
        assertThat(Contingency.of(both[1], both[0]).homogeneity()).isCloseTo(table.completeness(), within(1e-15));
    }

    @Test
    void theSamePartitionGivesOne() {
        int[] labels = labellings(300, 5, 4, 11)[0];
        Contingency table = Contingency.of(labels, labels);

        assertThat(table.adjustedRand()).isEqualTo(1);
        assertThat(table.adjustedMutualInformation()).isCloseTo(1, within(1e-12));
        assertThat(table.vMeasure()).isCloseTo(1, within(1e-12));
    }

    @Test
    void whereNothingIsSplitBothAgree() {
        Contingency one = Contingency.of(new int[] {0, 0, 0}, new int[] {0, 0, 0});

        assertThat(one.adjustedRand()).isEqualTo(1);
        assertThat(one.adjustedMutualInformation()).isEqualTo(1);
        assertThat(one.homogeneity()).isEqualTo(1);
        assertThat(one.completeness()).isEqualTo(1);
    }

    @Test
    void slicesWithoutALabelAreLeftOut() {
        Contingency table = Contingency.of(new int[] {0, 0, 1, -1, 1}, new int[] {0, 0, 1, 1, -1});

        assertThat(table.slices()).isEqualTo(3);
        assertThat(table.count(1, 1)).isEqualTo(1);
        assertThat(table.adjustedRand()).isEqualTo(1);
    }

    @Test
    void aClassIsFoundByTheClusterWithTheHighestF1() {
        Contingency table = Contingency.of(new int[] {0, 0, 0, 0, 1, 1, 1, 2}, new int[] {0, 0, 0, 1, 1, 1, 0, 0});

        Contingency.Detection found = table.detection(1);
        assertThat(found.cluster()).isEqualTo(1);
        assertThat(found.f1()).isCloseTo(2.0 * 2 / 6, within(1e-15));
        assertThat(found.truePositiveRate()).isCloseTo(2 / 3.0, within(1e-15));
        assertThat(found.falseDiscoveryRate()).isCloseTo(1 / 3.0, within(1e-15));
    }
}
