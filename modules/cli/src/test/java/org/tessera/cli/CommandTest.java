// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;

/** Commands on a store and two tiles of their own. */
abstract class CommandTest {
    @TempDir
    Path folder;

    CommandLineHarness tessera;
    Path tiles;

    @BeforeEach
    void writeTiles() throws IOException {
        tessera = new CommandLineHarness(folder);
        tiles = folder.resolve("tiles");
        write(tiles, 1, "a.tif", "b.tif");
    }

    /** Tiles with a dark left half and one odd spot. */
    static void write(Path tiles, int seed, String... names) throws IOException {
        Files.createDirectories(tiles);
        SplittableRandom random = new SplittableRandom(seed);
        for (String name : names) {
            short[] pixels = new short[64 * 64];
            for (int i = 0; i < pixels.length; i++) {
                boolean dark = i % 64 < 32;
                boolean odd = i % 64 > 55 && i / 64 > 55;
                pixels[i] = (short)
                        (odd ? random.nextInt(60_000) : (dark ? 1000 : 8000) + random.nextInt(dark ? 800 : 200));
            }
            PictureFiles.writeTiff(new GrayImage(64, 64, 16, pixels), tiles.resolve(name));
        }
    }

    Map<String, Object> json(Object... words) {
        CommandLineHarness.Ended ended = tessera.run(words);
        assertThat(ended.status()).as(ended.err()).isZero();
        return ended.json();
    }

    void refused(int status, String reason, Object... words) {
        CommandLineHarness.Ended ended = tessera.run(words);
        assertThat(ended.status()).as(ended.err()).isEqualTo(status);
        assertThat(ended.err()).contains(reason);
        assertThat(ended.err().lines()).hasSize(1);
    }

    @SuppressWarnings("unchecked")
    static Map<String, Object> map(Map<String, Object> json, String name) {
        return (Map<String, Object>) json.get(name);
    }
}
