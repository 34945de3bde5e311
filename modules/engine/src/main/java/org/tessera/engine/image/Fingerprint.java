// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tessera.engine.task.Monitor;

/** SHA-256, in lower-case hexadecimal. */
public final class Fingerprint {
    private Fingerprint() {}

    /** Of bytes. */
    public static String of(byte[] bytes) {
        return hex(sha256().digest(bytes));
    }

    /** Of texts in order; where one ends and the next begins counts. */
    public static String of(List<String> texts) {
        MessageDigest digest = sha256();
        for (String text : texts) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            digest.update(ByteBuffer.allocate(4).putInt(0, bytes.length));
            digest.update(bytes);
        }
        return hex(digest.digest());
    }

    /** Of the size and the decoded grey pixels, 16 bits each, high byte first. */
    public static String of(GrayImage image) {
        Pixels pixels = new Pixels(image.width(), image.height());
        pixels.add(image.pixels(), image.pixels().length);
        return pixels.hex();
    }

    /** Of an image whose pixels come band by band. */
    static final class Pixels {
        private static final int CHUNK = 1 << 14;

        private final MessageDigest digest = sha256();
        private final ByteBuffer chunk = ByteBuffer.allocate(2 * CHUNK);

        Pixels(int width, int height) {
            digest.update(ByteBuffer.allocate(8).putInt(width).putInt(height).flip());
        }

        void add(short[] pixels, int count) {
            for (int start = 0; start < count; start += CHUNK) {
                int length = Math.min(CHUNK, count - start);
                chunk.clear();
                chunk.asShortBuffer().put(pixels, start, length);
                digest.update(chunk.limit(2 * length));
            }
        }

        String hex() {
            return Fingerprint.hex(digest.digest());
        }
    }

    /** Of all bytes of a file. */
    static String of(FileChannel file, Monitor monitor) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer chunk = ByteBuffer.allocate(1 << 17);
        for (long at = 0; file.read(chunk.clear(), at) > 0; ) {
            monitor.check();
            chunk.flip();
            at += chunk.remaining();
            digest.update(chunk);
        }
        return hex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static String hex(byte[] digest) {
        return HexFormat.of().formatHex(digest);
    }
}
