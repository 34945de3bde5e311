// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

class GrayImageReaderTest {
    @TempDir
    Path folder;

    private final GrayImageReader reader = new GrayImageReader();

    @Test
    void sixteenBitGreyTiffReadsBackToTheLastBit() {
        short[] pixels = {0, 1, 255, 256, (short) 32768, (short) 65535};
        Path file = folder.resolve("a.tif");
        PictureFiles.writeTiff(new GrayImage(3, 2, 16, pixels), file);

        GrayImageReader.Loaded loaded = read(file);

        assertThat(loaded.image().pixels()).containsExactly(pixels);
        assertThat(loaded.info().width()).isEqualTo(3);
        assertThat(loaded.info().height()).isEqualTo(2);
        assertThat(loaded.info().bitDepth()).isEqualTo(16);
    }

    @Test
    void thePixelFingerprintIsTheSameInAnotherFormatAndTheFileFingerprintIsNot() throws IOException {
        GrayImage image = new GrayImage(2, 2, 16, new short[] {7, 8, 9, 1000});
        PictureFiles.writeTiff(image, folder.resolve("a.tif"));
        BufferedImage picture = ImageIO.read(folder.resolve("a.tif").toFile());
        PictureFiles.writePng(picture, folder.resolve("b.png"));

        ImageInfo tiff = read(folder.resolve("a.tif")).info();
        ImageInfo png = read(folder.resolve("b.png")).info();

        assertThat(png.pixelSha256()).isEqualTo(tiff.pixelSha256());
        assertThat(png.fileSha256()).isNotEqualTo(tiff.fileSha256());
    }

    @Test
    void eightBitGreyKeepsItsValues() {
        BufferedImage picture = new BufferedImage(2, 1, BufferedImage.TYPE_BYTE_GRAY);
        picture.getRaster().setSample(0, 0, 0, 17);
        picture.getRaster().setSample(1, 0, 0, 255);
        PictureFiles.writePng(picture, folder.resolve("a.png"));

        GrayImage image = read(folder.resolve("a.png")).image();

        assertThat(image.value(0, 0)).isEqualTo(17);
        assertThat(image.value(1, 0)).isEqualTo(255);
        assertThat(image.bitDepth()).isEqualTo(8);
    }

    @Test
    void colourBecomesTruncatedLuminanceTimes256() {
        BufferedImage picture = new BufferedImage(4, 1, BufferedImage.TYPE_INT_RGB);
        Color[] colours = {new Color(255, 0, 0), new Color(0, 255, 0), new Color(10, 20, 30), Color.BLACK};
        for (int x = 0; x < 4; x++) {
            picture.setRGB(x, 0, colours[x].getRGB());
        }
        PictureFiles.writePng(picture, folder.resolve("a.png"));

        GrayImage image = read(folder.resolve("a.png")).image();

        assertThat(image.value(0, 0)).isEqualTo(54);
        assertThat(image.value(1, 0)).isEqualTo(183);
        assertThat(image.value(2, 0)).isEqualTo(18);
        assertThat(image.value(3, 0)).isZero();
    }

    @Test
    void aTextFileNamedTifIsRefusedWithItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("notes.tif"), "these are no pixels");

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("notes.tif")
                .hasMessageContaining("not an image");
    }

    @Test
    void anEmptyFileIsRefused() throws IOException {
        Path file = Files.createFile(folder.resolve("empty.png"));

        assertThatThrownBy(() -> read(file))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("empty.png");
    }

    @Test
    void aTiffCutOffAnywhereIsRefused() throws IOException {
        short[] pixels = new short[64 * 64];
        Arrays.fill(pixels, (short) 5000);
        Path whole = folder.resolve("whole.tif");
        PictureFiles.writeTiff(new GrayImage(64, 64, 16, pixels), whole);
        byte[] bytes = Files.readAllBytes(whole);
        for (int kept : new int[] {6, 9, bytes.length / 4, bytes.length / 2, bytes.length - 300}) {
            Path cut = Files.write(folder.resolve("cut" + kept + ".tif"), Arrays.copyOf(bytes, kept));

            assertThatThrownBy(() -> read(cut))
                    .as("%s of %s bytes", kept, bytes.length)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("cut" + kept + ".tif");
        }
    }

    @Test
    void aMissingFileIsNamed() {
        assertThatThrownBy(() -> read(folder.resolve("gone.tif")))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("gone.tif");
    }

    private GrayImageReader.Loaded read(Path file) {
        return reader.read(
                new ImageFile(file.toAbsolutePath(), file.getFileName().toString()), Monitor.none());
    }
}
