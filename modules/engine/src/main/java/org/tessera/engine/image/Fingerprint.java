// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.image;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

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
        MessageDigest digest = sha256();
        int width = image.width();
        digest.update(
                ByteBuffer.allocate(8).putInt(width).putInt(image.height()).flip());
        ByteBuffer row = ByteBuffer.allocate(2 * width);
        for (int y = 0; y < image.height(); y++) {
            row.clear();
            row.asShortBuffer().put(image.pixels(), y * width, width);
            digest.update(row);
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
