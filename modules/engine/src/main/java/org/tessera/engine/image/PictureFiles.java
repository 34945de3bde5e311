// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferUShort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import javax.imageio.ImageIO;
import org.tessera.engine.task.ProblemException;

/** Writes pictures. A file appears whole or not at all. */
public final class PictureFiles {
    private PictureFiles() {}

    /** The picture as the bytes of a PNG file. */
    public static byte[] png(BufferedImage picture) {
        return encode(picture, "png");
    }

    /** @throws ProblemException if the file cannot be written */
    public static void writePng(BufferedImage picture, Path file) {
        write(png(picture), file);
    }

    /**
     * Writes an uncompressed 16-bit grey TIFF.
     *
     * @throws ProblemException if the file cannot be written
     */
    public static void writeTiff(GrayImage image, Path file) {
        BufferedImage picture = new BufferedImage(image.width(), image.height(), BufferedImage.TYPE_USHORT_GRAY);
        short[] data = ((DataBufferUShort) picture.getRaster().getDataBuffer()).getData();
        System.arraycopy(image.pixels(), 0, data, 0, data.length);
        write(encode(picture, "tiff"), file);
    }

    private static byte[] encode(BufferedImage picture, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            if (!ImageIO.write(picture, format, out)) {
                throw new IllegalStateException("no writer for " + format);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /**
     * Writes bytes to a file that appears whole or not at all; missing folders are made.
     *
     * @throws ProblemException if it cannot be written
     */
    public static void write(byte[] bytes, Path file) {
        Path target = file.toAbsolutePath();
        Path part = target.resolveSibling("." + target.getFileName() + ".part");
        try {
            Files.createDirectories(target.getParent());
            Files.write(part, bytes);
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new ProblemException(
                    "Cannot write " + file + "; check the folder, its permissions and the space left.", e);
        }
    }
}
