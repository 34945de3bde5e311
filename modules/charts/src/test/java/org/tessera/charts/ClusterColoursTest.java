// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClusterColoursTest {
    private static String hex(ClusterColours colours, int cluster) {
        return ClusterPalette.hex(colours.colour(cluster));
    }

    @Test
    void twoClustersTakeTheFirstAndTheThirdColour() {
        assertThat(hex(ClusterColours.of(2), 1)).isEqualTo("#24806A");
        assertThat(hex(ClusterColours.of(3), 1)).isEqualTo("#E3D7B2");
        assertThat(ClusterColours.of(2).isQuiet(1)).isFalse();
        assertThat(ClusterColours.of(3).isQuiet(1)).isTrue();
        assertThat(hex(ClusterColours.of(9), 8)).as("they repeat").isEqualTo("#A2B9CA");
    }

    @Test
    void aColourOfTheUsersOwnTakesThePlaceOfThatOfTheCluster() {
        ClusterColours colours = ClusterColours.of(3, Map.of(0, "#112233", 7, "#445566"));

        assertThat(hex(colours, 0)).isEqualTo("#112233");
        assertThat(colours.isQuiet(0)).isTrue();
        assertThat(hex(colours, 2)).isEqualTo("#24806A");
    }

    @Test
    void matchedClustersKeepTheirColoursAndOthersTakeWhatIsLeft() {
        ClusterColours before = ClusterColours.of(3);

        ClusterColours swapped = before.matched(List.of(1, 0, -1, 2));

        assertThat(hex(swapped, 0)).isEqualTo(hex(before, 1));
        assertThat(hex(swapped, 1)).isEqualTo(hex(before, 0));
        assertThat(hex(swapped, 3)).isEqualTo(hex(before, 2));
        assertThat(hex(swapped, 2)).as("the next of the palette").isEqualTo("#EE4025");
        assertThat(before.matched(List.of(-1, -1, -1))).isEqualTo(before);
        assertThat(ClusterColours.of(2).matched(List.of(0, -1, 1)).each())
                .as("a new large cluster is quiet")
                .isEqualTo(before.each());
    }

    @Test
    void aMapOfValuesColoursClustersEvenly() {
        ClusterColours viridis = ClusterColours.of(3).in(ColourMap.VIRIDIS);

        assertThat(viridis.colour(0)).isEqualTo(new Color(0x440154));
        assertThat(viridis.colour(2)).isEqualTo(new Color(0xFDE725));
        assertThat(viridis.isQuiet(0)).isFalse();
        assertThat(ClusterColours.of(3).in(ColourMap.CLUSTERS)).isEqualTo(ClusterColours.of(3));
    }
}
