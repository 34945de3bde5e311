// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

/** A 128-bit signed sum of products, exact. */
final class Wide {
    private long high;
    private long low;

    void clear() {
        high = 0;
        low = 0;
    }

    /** Adds {@code a * b}. */
    void addProduct(long a, long b) {
        long productLow = a * b;
        long sum = low + productLow;
        high += Math.multiplyHigh(a, b) + (Long.compareUnsigned(sum, productLow) < 0 ? 1 : 0);
        low = sum;
    }

    /** The lowest 32 bits, unsigned. */
    long low32() {
        return low & 0xffffffffL;
    }

    /** What lies above the lowest 32 bits; it fits if the sum is less than 2^95. */
    long above32() {
        return (high << 32) | (low >>> 32);
    }

    /** The nearest double, within one unit in the last place. */
    double value() {
        boolean negative = high < 0;
        long lowPart = negative ? -low : low;
        long highPart = negative ? ~high + (low == 0 ? 1 : 0) : high;
        double magnitude = highPart * 0x1p64 + ((lowPart >>> 11) * 0x1p11 + (lowPart & 0x7ff));
        return negative ? -magnitude : magnitude;
    }
}
