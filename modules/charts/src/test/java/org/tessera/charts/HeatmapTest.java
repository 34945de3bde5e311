// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.Mosaic;
import org.tessera.engine.image.MosaicLayout;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.SliceRect;
import org.tessera.engine.slice.Slicing;

class HeatmapTest {
    private static final MosaicLayout LAYOUT =
            MosaicLayout.of(new Mosaic(1, 2, List.of(0, 1)), List.of(100, 60), List.of(80, 80));

    @Test
    void imagesOfOneMosaicShareOneGreyRange() {
        MosaicPicture picture = MosaicPicture.of(List.of(flat(100, 80, 1000), flat(60, 80, 2000)), LAYOUT, 1000);

        assertThat(picture.black()).isEqualTo(1000);
        assertThat(picture.white()).isEqualTo(2000);
        assertThat(grey(picture.image(), 10, 10)).isZero();
        assertThat(grey(picture.image(), 110, 10)).isEqualTo(255);
        assertThat(picture.image().getWidth()).isEqualTo(160);
    }

    @Test
    void aLargeMosaicIsScaledDownByAWholeFactor() {
        MosaicPicture picture = MosaicPicture.of(List.of(flat(100, 80, 1000), flat(60, 80, 2000)), LAYOUT, 60);

        assertThat(picture.factor()).isEqualTo(3);
        assertThat(picture.image().getWidth()).isEqualTo(53);
    }

    @Test
    void eachSliceTakesTheColourOfItsClusterAndUnlabelledOnesStayGrey() {
        MosaicPicture mosaic = MosaicPicture.of(List.of(flat(100, 80, 1000), flat(60, 80, 1001)), LAYOUT, 1000);
        List<SliceRect> slices = SliceRect.of(LAYOUT, Slicing.of(new Grid(1, 2)));
        Heatmap heatmap = new Heatmap(mosaic, slices, List.of(0, 3, -1, 2), ClusterColours.of(4), 1);

        BufferedImage picture = heatmap.picture();

        assertThat(slices.get(3)).isEqualTo(new SliceRect(130, 0, 30, 80));
        assertThat(picture.getRGB(75, 40) & 0xffffff).isEqualTo(0xEE4025);
        assertThat(picture.getRGB(145, 40) & 0xffffff).isEqualTo(0x24806A);
        assertThat(picture.getRGB(115, 40) & 0xffffff).isEqualTo(0xffffff);
        int quiet = picture.getRGB(25, 40) & 0xff;
        assertThat(quiet).as("the largest cluster is painted at 42 %").isBetween(0x4f, 0x5a);
    }

    @Test
    void svgHasTheMosaicAsAPictureAndTheSlicesAsShapes() {
        MosaicPicture mosaic = MosaicPicture.of(List.of(flat(100, 80, 1000), flat(60, 80, 1001)), LAYOUT, 1000);
        String svg = new Heatmap(
                        mosaic,
                        SliceRect.of(LAYOUT, Slicing.of(new Grid(1, 2))),
                        List.of(0, 1, 2, -1),
                        ClusterColours.of(3),
                        0.5)
                .svg();

        assertThat(svg).contains("<svg", "data:image/png;base64,").containsPattern("width='160(\\.0)?(px)?'");
        assertThat(svg.split("<path", -1).length - 1)
                .as("three clusters filled, the one that stands out outlined")
                .isEqualTo(4);
    }

    @Test
    void namesAtTheEndsOfLinesNeverCoverEachOther() {
        List<LinePlot.Series> series = IntStream.range(0, 6)
                .mapToObj(i -> new LinePlot.Series(
                        "line " + i,
                        List.of(
                                new LinePlot.Point(1, 0, 1, false),
                                new LinePlot.Point(2, i == 5 ? 10 : i * 0.01, 2, false))))
                .toList();
        LinePlot plot = new LinePlot("t", "x", "y", series, OptionalInt.empty(), Optional.empty(), Optional.empty());

        List<EndLabels.Label> labels = EndLabels.of(plot, 0.5, -1, 10);

        for (int i = 1; i < labels.size(); i++) {
            assertThat(labels.get(i).y() - labels.get(i - 1).y()).isGreaterThanOrEqualTo(0.4999);
        }
        assertThat(plot.svg(400, 300)).contains("line 3");
    }

    private static GrayImage flat(int width, int height, int value) {
        short[] pixels = new short[width * height];
        Arrays.fill(pixels, (short) value);
        return new GrayImage(width, height, 16, pixels);
    }

    private static int grey(BufferedImage image, int x, int y) {
        return image.getRaster().getSample(x, y, 0);
    }
}
