// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Algorithms, preparation, applied runs, slices like one, views. */
class FurtherCommandsTest extends CommandTest {
    @ParameterizedTest
    @ValueSource(strings = {"kmeans", "hierarchical", "gaussian-mixture", "spectral"})
    void everyAlgorithmRunsAndIsRecordedWithItsName(String algorithm) {
        Map<String, Object> run =
                json("run", "--images", tiles, "--grid", "8", "--clusters", "3", "--algorithm", algorithm, "--json");

        assertThat(map(run, "parameters")).containsEntry("algorithm", algorithm).containsEntry("clusters", 3);
        assertThat((List<?>) run.get("cluster_sizes")).hasSize(3);
        assertThat(json("show", "1", "--json")).containsEntry("parameters", run.get("parameters"));
    }

    @Test
    void noiseHasNoLabel() throws IOException {
        Map<String, Object> run = json(
                "run",
                "--images",
                tiles,
                "--grid",
                "8",
                "--algorithm",
                "dbscan",
                "--eps",
                "0.5",
                "--min-points",
                "4",
                "--json");
        Path csv = folder.resolve("labels.csv");
        assertThat(tessera.run("export", "1", "--labels", csv).status()).isZero();

        assertThat(map(run, "parameters"))
                .containsEntry("clusters", null)
                .containsEntry("eps", 0.5)
                .containsEntry("min_points", 4);
        assertThat(((List<?>) run.get("warnings")).get(0).toString())
                .contains("noise")
                .contains("eps is 0.5000");
        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(129);
        assertThat(lines).anyMatch(line -> line.endsWith(","));
        assertThat(lines).contains("a.tif,0,0,0");
    }

    @Test
    void preparationIsRecordedAndRepeatedByTheReportsCommand() throws IOException {
        Map<String, Object> run = json(
                "run",
                "--images",
                tiles,
                "--grid",
                "4",
                "--flat-field",
                "--invert",
                "--bin",
                "2",
                "--stride",
                "3",
                "--json");

        assertThat(map(run, "parameters"))
                .containsEntry("flat_field", true)
                .containsEntry("invert", true)
                .containsEntry("bin", 2)
                .containsEntry("stride", 3);
        assertThat(run).containsEntry("slices", 2 * 9 * 9);
        Path report = folder.resolve("r.html");
        assertThat(tessera.run("report", "1", "--out", report).status()).isZero();
        assertThat(Files.readString(report))
                .contains("--flat-field --invert --bin 2 --stride 3")
                .contains("was divided out")
                .contains("Grey values were inverted");
    }

    @Test
    void aSweepTakesListsOfPreparationsAndAlgorithms() {
        Map<String, Object> sweep = json(
                "sweep",
                "--images",
                tiles,
                "--grid",
                "4",
                "--clusters",
                "2,3",
                "--bin",
                "1,2",
                "--stride",
                "0,8",
                "--algorithm",
                "kmeans,dbscan",
                "--json");

        assertThat((List<?>) sweep.get("runs")).hasSize(2 * 2 * 3);
    }

    @Test
    void theSameWithoutPreparationIsIdenticalToARunOfBefore() {
        json("run", "--images", tiles, "--grid", "4", "--clusters", "2", "--json");

        assertThat(json("run", "--images", tiles, "--grid", "4", "--clusters", "2", "--bin", "1", "--json"))
                .containsEntry("identical_to", 1);
        assertThat(json("run", "--images", tiles, "--grid", "4", "--clusters", "2", "--bin", "2", "--json"))
                .containsEntry("identical_to", null);
    }

    @Test
    void anAppliedRunKeepsTheNumbersOfTheClusters() throws IOException {
        json("run", "--images", tiles, "--grid", "8", "--clusters", "3", "--json");
        write(folder.resolve("others"), 2, "z.tif");

        Map<String, Object> applied = json("apply", "1", "--images", folder.resolve("others"), "--json");

        assertThat(map(applied, "parameters")).containsEntry("applied", 1).containsEntry("clusters", 3);
        assertThat(applied).containsEntry("slices", 64).containsEntry("images", 1);
        assertThat((List<?>) applied.get("cluster_sizes")).hasSize(3);
        assertThat(json("apply", "1", "--images", folder.resolve("others"), "--json"))
                .containsEntry("identical_to", 2);
        assertThat(tessera.run("show", "2").out()).contains("applied");
        refused(1, "no run 9", "apply", "9", "--images", tiles);
    }

    @Test
    void slicesLikeOneBeginWithItself() throws IOException {
        json("run", "--images", tiles, "--grid", "8", "--clusters", "3", "--json");
        Path csv = folder.resolve("like.csv");
        Path svg = folder.resolve("like.svg");

        Map<String, Object> like = json("like", "1", "--slice", "b.tif:7:7", "--out", csv, "--heatmap", svg, "--json");

        Map<?, ?> first = (Map<?, ?>) ((List<?>) like.get("most_alike")).get(0);
        Map<?, ?> second = (Map<?, ?>) ((List<?>) like.get("most_alike")).get(1);
        assertThat(first.get("image")).isEqualTo("b.tif");
        assertThat((Double) first.get("similarity")).isGreaterThan(0.999999);
        assertThat(second.get("image")).isEqualTo("a.tif");
        assertThat(second.get("row")).isEqualTo(7);
        assertThat(Files.readAllLines(csv)).hasSize(129).startsWith("image,row,column,similarity");
        assertThat(svg).content().startsWith("<?xml");
        refused(2, "IMAGE:ROW:COLUMN", "like", "1", "--slice", "7,7");
        refused(2, "no image \"c.tif\"", "like", "1", "--slice", "c.tif:7:7");
        refused(2, "no slice in row 8", "like", "1", "--slice", "b.tif:8:0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"umap", "tsne"})
    void aViewHasAPlaceForEverySlice(String method) throws IOException {
        json("run", "--images", tiles, "--grid", "6", "--clusters", "2", "--where-slice", "mean > 1200", "--json");
        Path csv = folder.resolve("view.csv");

        assertThat(json("embed", "1", "--method", method, "--out", csv, "--json"))
                .containsEntry("method", method);

        List<String> lines = Files.readAllLines(csv);
        assertThat(lines).hasSize(73).startsWith("image,row,column,x,y,label");
        assertThat(lines).anyMatch(line -> line.matches("a.tif,\\d,\\d,-?[\\d.E-]+,-?[\\d.E-]+,[01]"));
        refused(2, "umap", "embed", "1", "--method", "umpa", "--out", csv);
    }

    @Test
    void aSampledScoreHasANameOfItsOwn() {
        Map<String, Object> run =
                json("run", "--images", tiles, "--grid", "8", "--clusters", "2", "--score-limit", "50", "--json");

        assertThat(map(run, "scores"))
                .containsEntry("silhouette", null)
                .containsKey("silhouette_sampled")
                .containsKey("silhouette_sampled_raw_features");
        assertThat(tessera.run("show", "1").out()).contains("Silhouette of a sample", "50 of 128 slices");
    }

    @Test
    void optionsThatContradictAreRefused() {
        refused(2, "--eps is for --algorithm dbscan", "run", "--images", tiles, "--eps", "1");
        refused(2, "eps", "run", "--images", tiles, "--algorithm", "dbscan", "--eps", "near");
        refused(2, "eps", "run", "--images", tiles, "--algorithm", "dbscan", "--eps", "-1");
        refused(2, "neighbours", "run", "--images", tiles, "--algorithm", "spectral", "--neighbors", "0");
        refused(2, "bin", "run", "--images", tiles, "--bin", "65");
        refused(1, "stride 40 is larger", "run", "--images", tiles, "--grid", "2", "--stride", "40");
        refused(2, "page", "run", "--images", tiles, "--page", "0");
        refused(1, "has 1 page", "run", "--images", tiles, "--page", "2");
        refused(2, "score limit", "run", "--images", tiles, "--score-limit", "1");
        assertThat(tessera.run("list").out()).doesNotContain("kmeans");
    }

    @Test
    void aTableHasNoPixelsToPrepare() throws IOException {
        Path csv = folder.resolve("f.csv");
        assertThat(tessera.run("features", "--images", tiles, "--grid", "4", "--out", csv)
                        .status())
                .isZero();

        refused(2, "no pixels", "run", "--features", csv, "--invert");
        refused(1, "no pages", "run", "--features", csv, "--page", "2");
    }
}
