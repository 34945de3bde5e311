// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.store;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.tessera.engine.score.SliceScores;
import org.tessera.engine.slice.SliceRef;

/** Whole numbers as deflated bytes: about one byte a slice. */
final class LabelCodec {
    private LabelCodec() {}

    static byte[] encode(int[] numbers) {
        ByteBuffer plain = ByteBuffer.allocate(4 * numbers.length);
        plain.asIntBuffer().put(numbers);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater = new DeflaterOutputStream(out)) {
            deflater.write(plain.array());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static int[] decode(byte[] bytes) {
        try (InflaterInputStream inflater = new InflaterInputStream(new ByteArrayInputStream(bytes))) {
            ByteBuffer plain = ByteBuffer.wrap(inflater.readAllBytes());
            int[] numbers = new int[plain.remaining() / 4];
            plain.asIntBuffer().get(numbers);
            return numbers;
        } catch (IOException e) {
            throw new StoreException("The labels of a run are damaged; restore the store from a backup.", e);
        }
    }

    /** As 4-byte floats: seven digits. */
    static byte[] encode(SliceScores scores) {
        int[] bits = new int[scores.size()];
        for (int i = 0; i < bits.length; i++) {
            bits[i] = Float.floatToIntBits((float) scores.get(i));
        }
        return encode(bits);
    }

    static SliceScores scores(byte[] bytes) {
        int[] bits = decode(bytes);
        double[] values = new double[bits.length];
        for (int i = 0; i < bits.length; i++) {
            values[i] = Float.intBitsToFloat(bits[i]);
        }
        return SliceScores.of(values);
    }

    static int[] flat(List<SliceRef> slices) {
        int[] numbers = new int[3 * slices.size()];
        for (int i = 0; i < slices.size(); i++) {
            numbers[3 * i] = slices.get(i).image();
            numbers[3 * i + 1] = slices.get(i).row();
            numbers[3 * i + 2] = slices.get(i).column();
        }
        return numbers;
    }

    static List<SliceRef> slices(int[] flat) {
        List<SliceRef> slices = new ArrayList<>(flat.length / 3);
        for (int i = 0; i < flat.length; i += 3) {
            slices.add(new SliceRef(flat[i], flat[i + 1], flat[i + 2]));
        }
        return slices;
    }
}
