// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli.benchmark;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleSupplier;

/**
 * One line of the benchmark.
 *
 * @param work what is done
 * @param ours CPU seconds of one go of ours
 * @param peer who else does it
 * @param theirs CPU seconds of one go of the peer; empty where peers are not asked for
 * @param gate the ratio that must be reached
 * @param stretch the ratio aimed for
 */
record Contest(
        String work, DoubleSupplier ours, String peer, Optional<DoubleSupplier> theirs, double gate, double stretch) {
    /**
     * How it went.
     *
     * @param contest which
     * @param ours least CPU seconds of ours
     * @param theirs least CPU seconds of the peer
     */
    record Result(Contest contest, double ours, OptionalDouble theirs) {
        /** Peer's time over ours; empty without a peer. */
        OptionalDouble ratio() {
            return theirs.isPresent() ? OptionalDouble.of(theirs.getAsDouble() / ours) : OptionalDouble.empty();
        }
    }

    /** The least of some rounds, ours and theirs taking turns; ours is warmed up first. */
    Result run(int rounds, int peerRounds) {
        double best = ours.getAsDouble();
        double bestPeer = Double.POSITIVE_INFINITY;
        for (int i = 0; i < rounds; i++) {
            best = Math.min(best, ours.getAsDouble());
            if (theirs.isPresent() && i < peerRounds) {
                bestPeer = Math.min(bestPeer, theirs.get().getAsDouble());
            }
        }
        return new Result(this, best, theirs.isPresent() ? OptionalDouble.of(bestPeer) : OptionalDouble.empty());
    }
}
