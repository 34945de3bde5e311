// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.task.ProblemException;

class FormulaTest {
    private static final StatisticSet SET = StatisticSet.BUILT_IN;

    /** A slice of the values 0, 10, 20, 30, 40. */
    private static SliceSummary slice() {
        return slice((short) 0, (short) 10, (short) 20, (short) 30, (short) 40);
    }

    private static SliceSummary slice(short... pixels) {
        SliceCounter counter = SliceCounter.forSlicesOf(pixels.length);
        counter.begin();
        counter.add(pixels, 0, pixels.length);
        counter.finish();
        return counter;
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "quartile3 - quartile1 | 20",
                "mean + 2 * max | 100",
                "(mean + 2) * max | 880",
                "10 - 4 - 3 | 3",
                "16 / 4 / 2 | 2",
                "2 ^ 3 ^ 2 | 512",
                "-2 ^ 2 | -4",
                "--3 | 3",
                "1.5e1 + percentile_97.5 | 54",
                "abs(min - max) | 40",
                "sqrt(max + 9) | 7",
                "log(1) | 0"
            })
    void formulasAreReadAsSchoolTeaches(String formula, double value) {
        assertThat(SET.statistic(formula).of(slice())).isCloseTo(value, within(1e-12));
    }

    @Test
    void oneFormulaIsWrittenOneWay() {
        assertThat(SET.statistic("quartile3-quartile1").id()).isEqualTo("quartile3 - quartile1");
        assertThat(SET.parse("std, abs( mean-25 ) ,iqr")).containsExactly("std", "abs(mean - 25)", "iqr");
        assertThat(SET.statistic("((mean) + (2))").id()).isEqualTo("mean + 2");
        assertThat(SET.statistic("(mean)").id()).isEqualTo("mean");
        assertThat(SET.statistic("(mean + 2) * (max - 1)").id()).isEqualTo("(mean + 2) * (max - 1)");
        String id = SET.statistic(" ( mean+2)*max ").id();
        assertThat(SET.statistic(id).id()).isEqualTo(id);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mean + | at its end",
                "mean + meen | Did you mean",
                "(mean | no \")\" at its end",
                "mean) | \")\"",
                "mean max | \"max\" where the formula should end",
                "sin(mean) | no function \"sin\"",
                "max(mean) | no function",
                "mean # 2 | \"# 2\"",
                "Runtime.exec(1) | Runtime"
            })
    void aWrongFormulaIsRefusedWithThePlace(String formula, String said) {
        assertThatThrownBy(() -> SET.statistic(formula))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(said);
    }

    @Test
    void whereAFormulaHasNoFiniteValueItIsUndefined() {
        assertThat(SET.statistic("1 / (mean - 20)").of(slice())).isNaN();
        assertThat(SET.statistic("log(min - 1)").of(slice())).isNaN();
    }

    @Test
    void anyTextIsEitherAFormulaOrRefusedInWords() {
        SplittableRandom random = new SplittableRandom(3);
        String alphabet = "mean std()+-*/^,. 12e";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(20); j >= 0; j--) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            try {
                SET.statistic(text.toString()).of(slice());
            } catch (ProblemException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void tooManyParenthesesAreRefusedAndNotFollowed() {
        assertThatThrownBy(() -> SET.statistic("(".repeat(100_000) + "mean" + ")".repeat(100_000)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> SET.statistic("-".repeat(100_000) + "mean")).isInstanceOf(ProblemException.class);
    }

    @Test
    void theHistogramInBinsIsASetOfShares() {
        assertThat(SET.parse("histogram-4"))
                .containsExactly("histogram_1_of_4", "histogram_2_of_4", "histogram_3_of_4", "histogram_4_of_4");
        double sum = 0;
        for (String id : SET.parse("histogram-4")) {
            sum += SET.statistic(id).of(slice());
        }
        assertThat(sum).isEqualTo(1);
        assertThat(SET.statistic("histogram_4_of_4").of(slice()))
                .as("the last bin has its upper end")
                .isEqualTo(0.4);
        assertThatThrownBy(() -> SET.statistic("histogram_5_of_4")).isInstanceOf(ProblemException.class);
    }

    @Test
    void shapeTellsOnePeakFromTwo() {
        SplittableRandom random = new SplittableRandom(1);
        short[] one = new short[9000];
        short[] two = new short[9000];
        for (int i = 0; i < one.length; i++) {
            double gauss = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble() - 2;
            one[i] = (short) (10_000 + 2000 * gauss);
            two[i] = (short) (10_000 + 800 * gauss + (i % 2) * 6000);
        }
        Statistic shape = SET.statistic("shape_value");

        assertThat(shape.of(slice(one))).isBetween(1.8, 3.0);
        assertThat(shape.of(slice(two))).isBetween(3.3, 5.0);
        assertThat(shape.of(slice((short) 7, (short) 7))).isNaN();
    }
}
