// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.slice;

import java.util.ArrayList;
import java.util.List;
import org.tessera.engine.task.ProblemException;

/**
 * What is done to the pixels before statistics, in this order, and how far slices lie apart. All of it is off by default.
 *
 * @param flatField whether uneven lighting, estimated from all images of the set, is divided out
 * @param invert whether dark becomes bright: {@code 255 - value} in 8-bit images, {@code 65535 - value} in 16-bit ones
 * @param bin how many pixels a side become one, their rounded mean; 1 for none, at most 64; what does not fill a whole one at
 *     the bottom and right is dropped
 * @param stride pixels (after binning) from one slice to the next, so that slices overlap; 0 for slices that abut
 */
public record Preparation(boolean flatField, boolean invert, int bin, int stride) {
    /** The pixels as they are, slices that abut. */
    public static final Preparation NONE = new Preparation(false, false, 1, 0);

    /** The most pixels a side that become one. */
    public static final int MOST_BIN = 64;

    public Preparation {
        if (bin < 1 || bin > MOST_BIN) {
            throw new ProblemException("The bin is " + bin + "; give 1 to " + MOST_BIN + " pixels.");
        }
        if (stride < 0) {
            throw new ProblemException("The stride is " + stride + "; give 1 or more pixels.");
        }
    }

    /** The same pixels under slices that abut. */
    public Preparation ofPixels() {
        return stride == 0 ? this : new Preparation(flatField, invert, bin, 0);
    }

    /** In words, such as {@code bin 2, stride 10}; empty if all is off. */
    @Override
    public String toString() {
        List<String> words = new ArrayList<>();
        if (flatField) {
            words.add("flat field");
        }
        if (invert) {
            words.add("inverted");
        }
        if (bin > 1) {
            words.add("bin " + bin);
        }
        if (stride > 0) {
            words.add("stride " + stride);
        }
        return String.join(", ", words);
    }
}
