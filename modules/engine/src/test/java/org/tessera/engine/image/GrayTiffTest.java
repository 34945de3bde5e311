// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.task.Monitor;
import org.tessera.engine.task.ProblemException;

class GrayTiffTest {
    private static final int WIDTH = 45;
    private static final int HEIGHT = 37;

    @TempDir
    Path folder;

    /** How a file is laid out. */
    private record Layout(boolean little, boolean big, int bits, int blockWidth, int blockHeight) {}

    @ParameterizedTest
    @CsvSource({
        "true,false,16,0,37", "false,false,16,0,5", "true,true,16,0,8", "false,true,8,0,1",
        "true,false,8,0,100", "false,false,16,16,16", "true,true,16,32,16", "true,false,8,48,48"
    })
    void everyLayoutReadsBackToTheLastBit(boolean little, boolean big, int bits, int tileWidth, int rows)
            throws IOException {
        short[] pixels = pixels(bits);
        Path file = write("a.tif", new Layout(little, big, bits, tileWidth, rows), pixels, Map.of());

        try (FileChannel channel = FileChannel.open(file)) {
            assertThat(GrayTiff.of(channel, directory(channel)))
                    .as("the direct reader takes it")
                    .isPresent();
        }
        GrayImageReader.Loaded loaded = new GrayImageReader().read(new ImageFile(file, "a.tif"), Monitor.none());

        assertThat(loaded.image().pixels()).isEqualTo(pixels);
        assertThat(loaded.info().bitDepth()).isEqualTo(bits);
        assertThat(loaded.info().pixelSha256()).isEqualTo(Fingerprint.of(loaded.image()));
        assertThat(loaded.info().fileSha256()).isEqualTo(Fingerprint.of(Files.readAllBytes(file)));
    }

    @ParameterizedTest
    @CsvSource({"259,7", "262,0", "277,3", "339,2", "317,2", "258,32"})
    void whatIsNotPlainGreyIsLeftToTheGeneralReader(int tag, int value) throws IOException {
        Path file = write("a.tif", new Layout(true, false, 16, 0, 37), pixels(16), Map.of(tag, (long) value));

        try (FileChannel channel = FileChannel.open(file)) {
            assertThat(GrayTiff.of(channel, directory(channel))).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({"339,2", "339,3"})
    void signedAndFloatPixelsAreRefusedByName(int tag, int value) throws IOException {
        boolean isFloat = value == 3;
        Path file = write(
                "odd.tif",
                new Layout(true, false, 16, 0, 37),
                pixels(16),
                isFloat ? Map.of(tag, (long) value, 258, 32L) : Map.of(tag, (long) value));

        assertThatThrownBy(() -> new GrayImageReader().read(new ImageFile(file, "odd.tif"), Monitor.none()))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("odd.tif");
    }

    @Test
    void damagedDirectoriesNeverHangOrCrash() throws IOException {
        byte[] whole = Files.readAllBytes(write("a.tif", new Layout(true, false, 16, 0, 4), pixels(16), Map.of()));
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 3000; i++) {
            byte[] broken = whole.clone();
            for (int j = 0; j <= random.nextInt(4); j++) {
                broken[random.nextInt(Math.min(broken.length, 260))] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("broken.tif"), broken);
            try {
                new GrayImageReader().read(new ImageFile(file, "broken.tif"), Monitor.none());
            } catch (ProblemException e) {
                assertThat(e).hasMessageContaining("broken.tif");
            }
        }
    }

    private static TiffDirectory directory(FileChannel channel) throws IOException {
        return TiffFile.read(channel).orElseThrow().directory(channel, 1).orElseThrow();
    }

    private static short[] pixels(int bits) {
        SplittableRandom random = new SplittableRandom(bits);
        short[] pixels = new short[WIDTH * HEIGHT];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (short) random.nextInt(1 << bits);
        }
        return pixels;
    }

    private Path write(String name, Layout layout, short[] pixels, Map<Integer, Long> changed) throws IOException {
        boolean tiled = layout.blockWidth > 0;
        int blockWidth = tiled ? layout.blockWidth : WIDTH;
        int across = (WIDTH + blockWidth - 1) / blockWidth;
        int down = (HEIGHT + layout.blockHeight - 1) / layout.blockHeight;
        int bytesEach = layout.bits / 8;
        int blockBytes = blockWidth * layout.blockHeight * bytesEach;
        ByteBuffer file = ByteBuffer.allocate(4096 + across * down * blockBytes)
                .order(layout.little ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int data = 4096;
        long[] offsets = new long[across * down];
        for (int block = 0; block < offsets.length; block++) {
            offsets[block] = data + (long) block * blockBytes;
            for (int y = 0; y < layout.blockHeight; y++) {
                for (int x = 0; x < blockWidth; x++) {
                    int px = block % across * blockWidth + x;
                    int py = block / across * layout.blockHeight + y;
                    if (px < WIDTH && py < HEIGHT) {
                        int at = (int) offsets[block] + (y * blockWidth + x) * bytesEach;
                        if (bytesEach == 2) {
                            file.putShort(at, pixels[py * WIDTH + px]);
                        } else {
                            file.put(at, (byte) pixels[py * WIDTH + px]);
                        }
                    }
                }
            }
        }
        TreeMap<Integer, long[]> tags = new TreeMap<>();
        tags.put(256, new long[] {WIDTH});
        tags.put(257, new long[] {HEIGHT});
        tags.put(258, new long[] {layout.bits});
        tags.put(259, new long[] {1});
        tags.put(262, new long[] {1});
        tags.put(277, new long[] {1});
        long[] counts = new long[offsets.length];
        Arrays.fill(counts, blockBytes);
        if (tiled) {
            tags.put(322, new long[] {blockWidth});
            tags.put(323, new long[] {layout.blockHeight});
            tags.put(324, offsets);
            tags.put(325, counts);
        } else {
            tags.put(273, offsets);
            tags.put(278, new long[] {layout.blockHeight});
            tags.put(279, counts);
        }
        changed.forEach((tag, value) -> tags.put(tag, new long[] {value}));
        directory(file, layout, tags);
        return Files.write(folder.resolve(name), file.array());
    }

    private static void directory(ByteBuffer file, Layout layout, Map<Integer, long[]> tags) {
        file.putShort(0, layout.little ? (short) 0x4949 : (short) 0x4d4d);
        file.putShort(2, (short) (layout.big ? 43 : 42));
        int at = layout.big ? 16 : 8;
        if (layout.big) {
            file.putShort(4, (short) 8).putLong(8, at).putLong(at, tags.size());
        } else {
            file.putInt(4, at).putShort(at, (short) tags.size());
        }
        at += layout.big ? 8 : 2;
        int values = 1024;
        for (Map.Entry<Integer, long[]> tag : tags.entrySet()) {
            long[] numbers = tag.getValue();
            file.putShort(at, tag.getKey().shortValue());
            file.putShort(at + 2, (short) (layout.big ? 16 : 4));
            if (layout.big) {
                file.putLong(at + 4, numbers.length);
                file.putLong(at + 12, numbers.length == 1 ? numbers[0] : values);
            } else {
                file.putInt(at + 4, numbers.length);
                file.putInt(at + 8, numbers.length == 1 ? (int) numbers[0] : values);
            }
            for (int i = 0; i < numbers.length && numbers.length > 1; i++) {
                if (layout.big) {
                    file.putLong(values, numbers[i]);
                } else {
                    file.putInt(values, (int) numbers[i]);
                }
                values += layout.big ? 8 : 4;
            }
            at += layout.big ? 20 : 12;
        }
    }
}
