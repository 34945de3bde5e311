// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.statistic.FeatureTable;
import org.tessera.engine.statistic.FeatureTableCsv;

/** What commands print and write, as other programs rely on it. */
class ContractTest {
    @TempDir
    Path folder;

    private CommandLineHarness tessera;
    private Path tiles;

    @BeforeEach
    void writeTiles() throws IOException {
        tessera = new CommandLineHarness(folder);
        tiles = Files.createDirectory(folder.resolve("tiles"));
        SplittableRandom random = new SplittableRandom(1);
        for (String name : List.of("Tile_001-001.tif", "Tile_001-002.tif")) {
            short[] pixels = new short[64 * 64];
            for (int i = 0; i < pixels.length; i++) {
                boolean dark = i % 64 < 32;
                pixels[i] = (short) ((dark ? 1000 : 8000) + random.nextInt(dark ? 800 : 200));
            }
            PictureFiles.writeTiff(new GrayImage(64, 64, 16, pixels), tiles.resolve(name));
        }
    }

    @Test
    void aRunHasTheFieldsOfTheContract() {
        Map<String, Object> run = tessera.run(
                        "run", "--images", tiles, "--grid", "8x4", "--clusters", "2", "--tag", "a,b", "--json")
                .json();

        assertThat(run)
                .containsEntry("id", 1)
                .containsEntry("images", 2)
                .containsEntry("slices", 64)
                .containsEntry("identical_to", null)
                .containsEntry("same_labels_as", null)
                .containsEntry("degenerate", false)
                .containsEntry("cluster_sizes", List.of(32, 32))
                .containsEntry("tags", List.of("a", "b"));
        assertThat(map(run, "parameters")).containsExactlyInAnyOrderEntriesOf(new HashMap<>() {
            private static final long serialVersionUID = 1L;

            {
                put("grid", "8x4");
                put("clusters", 2);
                put("statistics", List.of("std", "relative_std", "mean", "skewness", "kurtosis", "mode_notebook"));
                put("standardize", true);
                put("pca", true);
                put("pca_components", null);
                put("algorithm", "kmeans");
                put("linkage", null);
                put("metric", null);
                put("restarts", 20);
                put("seed", 42);
                put("where_slice", null);
                put("parent", null);
                put("parent_clusters", null);
                for (String name : List.of(
                        "neighbors",
                        "eps",
                        "min_points",
                        "flat_field",
                        "invert",
                        "bin",
                        "stride",
                        "applied",
                        "score_limit")) {
                    put(name, null);
                }
            }
        });
        assertThat(map(run, "scores"))
                .containsKeys(
                        "silhouette",
                        "silhouette_raw_features",
                        "silhouette_standardized",
                        "davies_bouldin",
                        "calinski_harabasz",
                        "inertia");
        assertThat(map(run, "timings_ms")).containsOnlyKeys("read", "statistics", "cluster", "score", "store");
        assertThat((List<?>) run.get("explained_variance_ratio")).hasSize(6);
        assertThat(tessera.run("show", "1", "--json").json()).containsEntry("scores", run.get("scores"));
    }

    @Test
    void anIdenticalRunIsOpenedAndSaid() {
        tessera.run("run", "--images", tiles, "--clusters", "2");
        Map<String, Object> second = tessera.run("run", "--images", tiles, "--clusters", "2", "--json")
                .json();

        assertThat(second).containsEntry("id", 1).containsEntry("identical_to", 1);
        assertThat(tessera.run("run", "--images", tiles, "--clusters", "2", "--again", "--json")
                        .json())
                .containsEntry("id", 2)
                .containsEntry("identical_to", 1)
                .containsEntry("same_labels_as", 1);
    }

    @Test
    void aScoreThatIsNotDefinedIsNull() throws IOException {
        Path flat = Files.createDirectory(folder.resolve("flat"));
        PictureFiles.writeTiff(new GrayImage(8, 8, 16, new short[64]), flat.resolve("a.tif"));

        Map<String, Object> run =
                tessera.run("run", "--images", flat, "--grid", "4", "--json").json();

        assertThat(map(run, "scores")).containsEntry("silhouette", null).containsEntry("davies_bouldin", null);
        assertThat(run).containsEntry("cluster_sizes", List.of(16));
        assertThat((List<?>) run.get("warnings")).hasSize(2);
    }

    @Test
    void aSweepHasItsRunsAndItsBest() {
        Map<String, Object> sweep = tessera.run(
                        "sweep",
                        "--images",
                        tiles,
                        "--grid",
                        "4,6..8:2",
                        "--clusters",
                        "2..3",
                        "--pca-components",
                        "all,2",
                        "--json")
                .json();

        assertThat((List<?>) sweep.get("runs")).hasSize(12);
        assertThat(sweep).containsEntry("id", 1).containsEntry("skipped_identical", 0);
        assertThat(map(sweep, "best")).containsKey("silhouette").doesNotContainKey("inertia");
        Map<String, Object> list = tessera.run("list", "--sort", "-silhouette", "--limit", "5", "--json")
                .json();
        assertThat(list).containsEntry("total", 12);
        List<Double> scores = ((List<?>) list.get("runs"))
                .stream()
                        .map(run -> (Double) map(map(run), "scores").get("silhouette"))
                        .toList();
        assertThat(scores).hasSize(5).isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(tessera.run("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..3", "--json")
                        .json())
                .containsEntry("skipped_identical", 2);
    }

    @Test
    void setsOfStatisticsAreSeparatedBySemicolons() {
        Map<String, Object> sweep = tessera.run(
                        "sweep",
                        "--images",
                        tiles,
                        "--clusters",
                        "2",
                        "--statistics",
                        "std,mean;five-number",
                        "--algorithm",
                        "kmeans,hierarchical",
                        "--linkage",
                        "ward,single",
                        "--json")
                .json();

        assertThat((List<?>) sweep.get("runs")).hasSize(6);
    }

    @Test
    void formulasAndHistogramBinsAreStatisticsThatARunRecords() {
        Map<String, Object> run = tessera.run(
                        "run",
                        "--images",
                        tiles,
                        "--grid",
                        "4",
                        "--clusters",
                        "2",
                        "--statistics",
                        "std,quartile3-quartile1,histogram-3",
                        "--json")
                .json();

        assertThat(((Map<?, ?>) run.get("parameters")).get("statistics"))
                .isEqualTo(List.of(
                        "std", "quartile3 - quartile1", "histogram_1_of_3", "histogram_2_of_3", "histogram_3_of_3"));
        assertThat(tessera.run("run", "--images", tiles, "--grid", "4", "--statistics", "std,quartile3 -")
                        .status())
                .isEqualTo(2);
    }

    @Test
    void slicesThatDoNotFulfilTheConditionAreInNoCluster() throws IOException {
        Map<String, Object> run = tessera.run(
                        "run",
                        "--images",
                        tiles,
                        "--grid",
                        "4",
                        "--clusters",
                        "2",
                        "--statistics",
                        "std,median",
                        "--exclude-dark",
                        "5000",
                        "--where-slice",
                        "max - min < 60000 or std > 9",
                        "--json")
                .json();
        Path labels = folder.resolve("labels.csv");
        tessera.run("export", "1", "--labels", labels);

        assertThat(map(run, "parameters"))
                .containsEntry("where_slice", "mean >= 5000 and (max - min < 60000 or std > 9)");
        assertThat(run).containsEntry("slices", 32);
        assertThat(((List<?>) run.get("cluster_sizes"))
                        .stream().mapToInt(size -> (Integer) size).sum())
                .isEqualTo(16);
        assertThat(Files.readAllLines(labels).get(1)).as("a dark slice").isEqualTo("Tile_001-001.tif,0,0,");
        assertThat(tessera.run("run", "--images", tiles, "--grid", "4", "--where-slice", "mean >")
                        .err())
                .contains("The condition \"mean >\" has nothing where a statistic or number is expected");
        assertThat(tessera.run("run", "--images", tiles, "--grid", "4", "--exclude-dark", "99999")
                        .err())
                .contains("No slice fulfils mean >= 99999");
    }

    @Test
    void theSlicesOfAClusterAreClusteredAgainAsARunWithAParent() {
        tessera.run("run", "--images", tiles, "--grid", "4", "--clusters", "2");
        Map<String, Object> again = tessera.run(
                        "run",
                        "--images",
                        tiles,
                        "--grid",
                        "4",
                        "--clusters",
                        "3",
                        "--parent",
                        "1",
                        "--parent-clusters",
                        "1",
                        "--json")
                .json();

        assertThat(map(again, "parameters")).containsEntry("parent", 1).containsEntry("parent_clusters", List.of("1"));
        assertThat(again).containsEntry("slices", 32);
        assertThat(((List<?>) again.get("cluster_sizes"))
                        .stream().mapToInt(size -> (Integer) size).sum())
                .isEqualTo(16);
        assertThat(tessera.run("run", "--images", tiles, "--grid", "8", "--parent", "1", "--parent-clusters", "1")
                        .err())
                .contains("Run 1 has the grid 4x4, not 8x8");
        assertThat(tessera.run("run", "--images", tiles, "--grid", "4", "--parent", "1", "--parent-clusters", "7")
                        .err())
                .contains("Run 1 has the clusters 0 to 1");
        assertThat(tessera.run("run", "--images", tiles, "--grid", "4", "--parent", "1")
                        .err())
                .contains("go together");
    }

    @Test
    void labelsAndFeaturesAreWrittenAsCsv() throws IOException {
        tessera.run("run", "--images", tiles, "--grid", "2", "--clusters", "2");
        Path labels = folder.resolve("out/labels.csv");
        Path features = folder.resolve("out/features.csv");

        assertThat(tessera.run("export", "1", "--labels", labels).status()).isZero();
        assertThat(tessera.run("features", "--images", tiles, "--grid", "2", "--statistics", "all", "--out", features)
                        .status())
                .isZero();

        assertThat(Files.readAllLines(labels))
                .hasSize(9)
                .startsWith("image,row,column,label", "Tile_001-001.tif,0,0,0", "Tile_001-001.tif,0,1,1");
        FeatureTable table = FeatureTableCsv.read(features);
        assertThat(table.statistics()).hasSize(29);
        assertThat(table.slices()).hasSize(8);
    }

    @Test
    void aFeatureTableIsClusteredAsItIs() {
        Path features = folder.resolve("f.csv");
        tessera.run("features", "--images", tiles, "--grid", "8", "--out", features);
        Map<String, Object> fromTable = tessera.run("run", "--features", features, "--clusters", "2", "--json")
                .json();
        Map<String, Object> fromImages = tessera.run(
                        "run", "--images", tiles, "--grid", "8", "--clusters", "2", "--json")
                .json();

        assertThat((Double) map(fromTable, "scores").get("silhouette"))
                .isCloseTo((Double) map(fromImages, "scores").get("silhouette"), within(1e-12));
        assertThat(map(fromTable, "parameters")).containsEntry("grid", null);
        Path labels = folder.resolve("labels.csv");
        assertThat(tessera.run("export", "1", "--labels", labels).status()).isZero();
        assertThat(labels).content().startsWith("image,row,column,label\nTile_001-001.tif,0,0,");
    }

    @Test
    void heatmapsAndReportsAreWritten() throws IOException {
        tessera.run("sweep", "--images", tiles, "--grid", "2,4,8", "--clusters", "2,3");
        Path png = folder.resolve("h.png");
        Path svg = folder.resolve("h.svg");
        Path html = folder.resolve("r.html");

        assertThat(tessera.run("export", "6", "--heatmap", png).status()).isZero();
        assertThat(tessera.run("export", "6", "--heatmap", svg, "--opacity", "0.3")
                        .status())
                .isZero();
        assertThat(tessera.run("report", "1", "5", "6", "--out", html, "--title", "A <b> & c")
                        .status())
                .isZero();

        assertThat(Files.readAllBytes(png)).startsWith(0x89, 'P', 'N', 'G');
        assertThat(svg).content().contains("<svg").contains("data:image/png;base64,");
        assertThat(html)
                .content()
                .contains("A &lt;b&gt; &amp; c")
                .contains("Run 6")
                .doesNotContain("<script");
    }

    @Test
    void helpNamesEveryCommandAndCostsNothing() {
        CommandLineHarness.Ended help = tessera.plain("--help");

        assertThat(help.status()).isZero();
        assertThat(help.out()).contains("demo", "features", "run", "sweep", "list", "show", "export", "report");
        assertThat(tessera.plain("--version").out()).startsWith("Tessera 1.");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> map(Object value) {
        return (Map<String, Object>) value;
    }

    private static Map<String, Object> map(Map<String, Object> from, String key) {
        return map(from.get(key));
    }
}
