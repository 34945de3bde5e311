// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class WorkersTest {
    @Test
    void waitsForEveryTaskThatHasBegun() {
        try (Workers workers = new Workers(4)) {
            for (int round = 0; round < 200; round++) {
                AtomicInteger ended = new AtomicInteger();
                List<Integer> results = workers.map(9, i -> {
                    spin(i * 1000);
                    ended.incrementAndGet();
                    return i * i;
                });
                assertThat(ended).hasValue(9);
                assertThat(results).containsExactly(0, 1, 4, 9, 16, 25, 36, 49, 64);
            }
        }
    }

    @Test
    void nestedUseOfTheSameThreadsEnds() {
        try (Workers workers = new Workers(3)) {
            AtomicInteger sum = new AtomicInteger();
            Assertions.assertTimeoutPreemptively(
                    Duration.ofSeconds(20),
                    () -> workers.forEach(
                            8, i -> workers.forEach(8, j -> workers.forEach(3, k -> sum.incrementAndGet()))));
            assertThat(sum).hasValue(192);
        }
    }

    @Test
    void theFirstProblemReachesTheCallerAndStopsTheRest() {
        AtomicInteger begun = new AtomicInteger();
        try (Workers workers = new Workers(2)) {
            assertThatThrownBy(() -> workers.forEach(100_000, i -> {
                        begun.incrementAndGet();
                        throw new ProblemException("no");
                    }))
                    .isInstanceOf(ProblemException.class)
                    .hasMessage("no");
        }
        assertThat(begun.get()).isLessThan(10);
    }

    private static void spin(int times) {
        long value = times;
        for (int i = 0; i < times; i++) {
            value = value * 31 + i;
        }
        assertThat(value).isNotEqualTo(-1);
    }
}
