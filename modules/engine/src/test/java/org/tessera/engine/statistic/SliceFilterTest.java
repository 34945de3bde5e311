// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tessera.engine.slice.Grid;
import org.tessera.engine.slice.ImageSlices;
import org.tessera.engine.slice.Slicing;
import org.tessera.engine.task.ProblemException;

class SliceFilterTest {
    /** Slices 0..4 with mean 0, 10, 20, 30, 40, std 5, 4, 3, 2, 1, iqr / std undefined for the first. */
    private static final FeatureTable TABLE = FeatureTable.ofImages(
            List.of("a"),
            List.of("mean", "std", "iqr / std"),
            List.of(ImageSlices.of(Slicing.of(new Grid(1, 5)), 5, 1)),
            List.of(new double[] {0, 5, Double.NaN, 10, 4, 1, 20, 3, 1, 30, 2, 1, 40, 1, 2}));

    private static SliceFilter parse(String text) {
        return SliceFilter.parse(text, id -> StatisticSet.BUILT_IN.statistic(id).id());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "mean > 20 | 34",
                "20 <= mean | 234",
                "mean = 10 or mean=30 | 13",
                "mean > 5 and std >= 2 | 123",
                "mean > 5 and std >= 2 or std = 5 | 0123",
                "mean > 5 and (std = 5 or std < 3) | 34",
                "not mean > 20 | 012",
                "not (mean > 20 or std = 5) | 12",
                "NOT mean > 20 AND std != 5 | 12",
                "(mean) > 20 | 34",
                "((mean > 20)) | 34",
                "iqr/std < 2 | 123",
                "iqr / std != 1 | 4",
                "mean > -1e1 | 01234"
            })
    void keepsTheSlicesThatFulfilIt(String text, String rows) {
        String kept =
                Arrays.stream(parse(text).kept(TABLE)).mapToObj(String::valueOf).collect(Collectors.joining());

        assertThat(kept).isEqualTo(rows);
    }

    @ParameterizedTest
    @CsvSource({
        "mean>20 and(std<3 or std=5)",
        "not(mean > 20)",
        "not mean > 20 and std < 3 or iqr/std = 1",
        "(mean > 1 or mean < 0) and (std > 1)",
        "mean >= 9500.5"
    })
    void whatIsWrittenOneWayMeansTheSame(String text) {
        SliceFilter filter = parse(text);
        SliceFilter again = SliceFilter.parse(filter.text(), id -> id);

        assertThat(again.text()).isEqualTo(filter.text());
        assertThat(again.kept(TABLE)).isEqualTo(filter.kept(TABLE));
        assertThat(again.statistics()).isEqualTo(filter.statistics());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "mean | nothing where a comparison",
                "mean > | nothing where a statistic or number",
                "> 5 | nothing where a statistic or number",
                "mean > 5 and | nothing where a statistic or number",
                "(mean > 5 | no \")\"",
                "mean > 5) | \")\" where it should end",
                "meen > 5 | Did you mean \"mean\"",
                "mean > 5 > 3 | \">\" where it should end",
                "mean ! 5 | \"! 5\""
            })
    void aWrongConditionIsRefusedInWords(String text, String said) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining(said);
    }

    @Test
    void anyTextIsEitherAConditionOrRefusedInWords() {
        SplittableRandom random = new SplittableRandom(8);
        List<String> words =
                List.of("mean", "std", ">", "<=", "=", "!", "(", ")", "and", "or", "not", "3", "-", "+", " ");
        for (int i = 0; i < 30_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = random.nextInt(12); j >= 0; j--) {
                text.append(words.get(random.nextInt(words.size()))).append(random.nextBoolean() ? " " : "");
            }
            try {
                SliceFilter filter = parse(text.toString());
                assertThat(SliceFilter.parse(filter.text(), id -> id).text())
                        .as("%s", text)
                        .isEqualTo(filter.text());
            } catch (ProblemException e) {
                assertThat(e.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void depthIsBounded() {
        assertThatThrownBy(() -> parse("(".repeat(50_000) + "mean > 1" + ")".repeat(50_000)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> parse("not ".repeat(50_000) + "mean > 1")).isInstanceOf(ProblemException.class);
    }
}
