// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Runs compared with each other and with ground truth, and exported for other programs. */
class CompareCommandsTest extends CommandTest {
    @BeforeEach
    void makeRuns() {
        json("run", "--images", tiles, "--grid", "4", "--clusters", "2", "--json");
        json("run", "--images", tiles, "--grid", "4", "--clusters", "3", "--json");
        json("run", "--images", tiles, "--grid", "8", "--clusters", "2", "--json");
    }

    @Test
    void runsAgreeInSlicesOrPixelsAndClustersAreThoseOfTheFirst() {
        Map<String, Object> compared = json("compare", "1", "2", "3", "--json");

        assertThat(compared).containsEntry("runs", List.of(1, 2, 3)).containsEntry("reference", 1);
        List<Map<String, Object>> pairs = list(compared, "pairs");
        assertThat(pairs)
                .extracting(pair -> pair.get("runs"))
                .containsExactly(List.of(1, 2), List.of(1, 3), List.of(2, 3));
        assertThat(pairs).extracting(pair -> pair.get("counted")).containsExactly("slices", "pixels", "pixels");
        assertThat(pairs).allSatisfy(pair -> assertThat((Double) pair.get("adjusted_rand"))
                .isBetween(-1.0, 1.0));
        List<?> contingency = (List<?>) pairs.get(0).get("contingency");
        assertThat(contingency).hasSize(2);
        long slices = contingency.stream()
                .flatMap(row -> ((List<?>) row).stream())
                .mapToLong(count -> ((Number) count).longValue())
                .sum();
        assertThat(slices).isEqualTo(32);
        List<Map<String, Object>> alignments = list(compared, "alignments");
        assertThat((List<?>) alignments.get(0).get("matches")).hasSize(3).containsNull();
        assertThat((Double) alignments.get(1).get("kept")).isBetween(0.5, 1.0);
        assertThat(tessera.run("compare", "1", "2").out())
                .contains("adjusted Rand", "run 2 to run 1: cluster 0 is", "of the slices keep their cluster");
        refused(2, "two numbers or more", "compare", "1", "1");
        refused(1, "no run 9", "compare", "1", "9");
    }

    @Test
    void aRunIsRepeatedAndEveryIndexIsTold() {
        Map<String, Object> repeated = json("stability", "2", "--repetitions", "5", "--json");

        assertThat(repeated).containsEntry("id", 2).containsEntry("how", "seeds");
        assertThat((List<?>) repeated.get("adjusted_rand")).hasSize(5);
        assertThat((Double) repeated.get("low")).isLessThanOrEqualTo((Double) repeated.get("mean"));
        assertThat(json("stability", "2", "--repetitions", "5", "--json")).isEqualTo(repeated);
        assertThat(tessera.run("stability", "2", "--how", "bootstrap", "--repetitions", "3")
                        .out())
                .contains("3 repetitions by bootstrap: adjusted Rand index ", "95 % of them from");
        refused(2, "not by \"luck\"", "stability", "2", "--how", "luck");
        refused(1, "no run 9", "stability", "9");
    }

    @Test
    void theConsensusOfRunsIsRecordedAndSaysOfWhichItIs() {
        json("run", "--images", tiles, "--grid", "4", "--clusters", "3", "--seed", "7", "--json");

        Map<String, Object> made = json("consensus", "1", "2", "4", "--clusters", "3", "--json");

        assertThat(map(made, "parameters"))
                .containsEntry("algorithm", "consensus")
                .containsEntry("clusters", 3)
                .containsEntry("members", List.of("1", "2", "4"));
        assertThat(json("consensus", "4", "2", "1", "--clusters", "3", "--json").get("identical_to"))
                .isEqualTo(made.get("id"));
        assertThat(json("reproduce", "5", "--json")).containsEntry("equal", true);
        assertThat(tessera.run("show", "5").out()).contains("consensus", "members       1,2,4");
        refused(1, "same images and grid", "consensus", "1", "3");
        refused(1, "two runs or more", "consensus", "1");
        refused(2, "give 2 or more", "consensus", "1", "2", "--clusters", "1");
    }

    @Test
    void theRunsOfASweepAreFamiliesOfTheSamePartition() {
        tessera.run(
                "sweep",
                "--images",
                tiles,
                "--grid",
                "4,6",
                "--clusters",
                "2",
                "--seed",
                "1..6",
                "--statistics",
                "min");

        Map<String, Object> compared = json("compare", "--sweep", "1", "--json");

        Map<String, Object> largest = list(compared, "families").get(0);
        assertThat(largest).containsEntry("name", "A").containsEntry("shared", Map.of("grid", "4x4"));
        List<?> runs = (List<?>) largest.get("runs");
        assertThat(runs).hasSize(6).anySatisfy(run -> assertThat(run).isEqualTo(largest.get("best")));
        assertThat((List<?>) compared.get("order")).hasSize(12).doesNotHaveDuplicates();
        assertThat((List<?>) compared.get("adjusted_rand")).hasSize(12);
        assertThat(tessera.run("compare", "--sweep", "1").out())
                .contains(
                        "12 runs make ",
                        " runs are nearly the same as others (",
                        "  A: 6 runs, best ",
                        ", all with 4 × 4: ");
        refused(2, "or --sweep", "compare", "--sweep", "9");
    }

    @Test
    void noRunOfAFamilyIsBestWhereAllAreDegenerate() {
        tessera.run("sweep", "--images", tiles, "--grid", "4", "--clusters", "2", "--seed", "1..10");

        Map<String, Object> family =
                list(json("compare", "--sweep", "1", "--json"), "families").get(0);

        assertThat(family).containsEntry("best", null).containsEntry("shared", Map.of());
        assertThat(tessera.run("compare", "--sweep", "1").out())
                .contains("10 runs make 1 partition; 10 runs", "  A: 10 runs, none to be named best: 4, 5, 6");
    }

    @Test
    void runsOfOtherImagesAreNotCompared() throws IOException {
        Path others = folder.resolve("others");
        write(others, 2, "a.tif", "b.tif");
        json("run", "--images", others, "--grid", "4", "--json");

        refused(1, "compare what is of the same images", "compare", "1", "4");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> json, String name) {
        return (List<Map<String, Object>>) json.get(name);
    }

    @Test
    void everyRunIsJudgedByGroundTruthTheBestFirst() throws IOException {
        List<String> labels = labels(1);
        Path truth = folder.resolve("truth.csv");
        Files.write(truth, labels);
        Path classes = folder.resolve("classes.csv");
        Files.writeString(
                classes,
                "image,row,column,class\n"
                        + String.join(
                                "\n",
                                labels.subList(1, labels.size()).stream()
                                        .map(line -> line.replaceAll(",0$", ",matrix")
                                                .replaceAll(",1$", ",crystal"))
                                        .toList())
                        + "\n");
        json("truth", "import", classes, "--json");

        Map<String, Object> scored = json("truth", "score", "--json");

        assertThat(scored).containsEntry("layer", 1).containsEntry("classes", List.of("crystal", "matrix"));
        List<Map<String, Object>> runs = list(scored, "runs");
        assertThat(runs).extracting(run -> run.get("id")).startsWith(1).containsExactlyInAnyOrder(1, 2, 3);
        assertThat(runs.get(0)).containsEntry("adjusted_rand", 1.0).containsEntry("counted", "slices");
        assertThat(list(runs.get(0), "classes")).allSatisfy(each -> assertThat(each)
                .containsEntry("f1", 1.0)
                .containsEntry("true_positive_rate", 1.0)
                .containsEntry("false_discovery_rate", 0.0));
        assertThat(json("truth", "score", "3", "2", "--sort", "crystal", "--json")
                        .get("runs"))
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(2);
        assertThat(tessera.run("truth", "score").out()).contains("Layer 1, classes, version 1", "crystal F1");
        refused(2, "has no class \"gold\"", "truth", "score", "--sort", "gold");
    }

    private List<String> labels(int run) throws IOException {
        Path file = folder.resolve("labels-" + run + ".csv");
        json("export", run, "--labels", file, "--json");
        return Files.readAllLines(file);
    }

    @Test
    void aRunWithoutGroundTruthIsToldHowToGetSome() {
        refused(1, "record some with \"tessera truth import\"", "truth", "score", "1");
    }

    @Test
    void clustersAreExportedForOtherPrograms() throws IOException {
        Path tif = folder.resolve("labels.tif");
        Path geo = folder.resolve("slices.geojson");
        Path features = folder.resolve("features.csv");

        Map<String, Object> written =
                json("export", "1", "--label-image", tif, "--geojson", geo, "--features", features, "--json");

        List<String> labels = labels(1);
        var image = ImageIO.read(tif.toFile());
        int corner = Integer.parseInt(labels.get(1).split(",", -1)[3]) + 1;
        assertThat(image.getRaster().getSample(1, 1, 0)).isEqualTo(corner);
        assertThat(Arrays.stream(image.getRaster()
                                .getSamples(0, 0, image.getWidth(), image.getHeight(), 0, (int[]) null))
                        .max()
                        .orElse(0))
                .isEqualTo(2);
        assertThat((List<?>) written.get("geojson")).hasSize(2);
        String document = Files.readString(folder.resolve("slices-a.geojson"));
        assertThat(document).contains("\"FeatureCollection\"", "\"Cluster 0\"", "\"annotation\"", "\"Polygon\"");
        assertThat(document.split("\"Feature\"", -1)).hasSize(17);
        assertThat(Files.readAllLines(features)).hasSize(33).first().asString().startsWith("image,row,column,std,");
        Path again = folder.resolve("again.csv");
        tessera.plain("features", "--images", tiles, "--grid", "4", "--out", again);
        assertThat(features).hasSameTextualContentAs(again);
        refused(2, "Nothing to export", "export", "1");
    }

    @Test
    void aReportHasTheSectionsThatAreChosenAndJudgesItsRuns() throws IOException {
        Path classes = folder.resolve("by eye.csv");
        Files.writeString(classes, "image,row,column,class\na.tif,0,0,dark\na.tif,3,3,bright <b>\n");
        json("truth", "import", classes.toString(), "--image-set", "1", "--grid", "4", "--json");
        json("stability", "1", "--repetitions", "4", "--json");
        Path all = folder.resolve("all.html");
        Path some = folder.resolve("some.html");

        json("report", "1", "2", "3", "--out", all.toString(), "--json");
        json("report", "1", "2", "--out", some.toString(), "--sections", "agreement, truth", "--json");

        assertThat(Files.readString(all))
                .contains(
                        "<h2>Run 1",
                        "Runs compared",
                        "Parameters that differ",
                        "Agreement",
                        "Ground truth",
                        "bright &lt;b&gt;: F1",
                        "Stability",
                        "SHA-256");
        String judged = Files.readString(all);
        List<Double> indices = Pattern.compile("<tr><td>\\d+</td><td class=\"n\">(−?[0-9.]+)</td>")
                .matcher(judged.substring(judged.indexOf("<h2>Ground truth"), judged.indexOf("<h2>Stability")))
                .results()
                .map(row -> Double.valueOf(row.group(1).replace('−', '-')))
                .toList();
        assertThat(indices).hasSize(3).isSortedAccordingTo(Comparator.reverseOrder());
        assertThat(Files.readString(some))
                .contains("Agreement", "Ground truth")
                .doesNotContain("<h2>Run 1", "Runs compared", "Parameters that differ", "Stability", "SHA-256");
        json("report", "1", "2", "--out", folder.resolve("all.pdf").toString(), "--json");
        assertThat(folder.resolve("all.pdf")).isNotEmptyFile();
        refused(2, "no section \"agrement\"", "report", "1", "--out", all.toString(), "--sections", "agrement");
    }

    @Test
    void aReportOfManyRunsLeavesNoneOut() throws IOException {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "4..15", "--json");
        Path report = folder.resolve("many.html");

        List<String> command = new ArrayList<>(List.of("report", "--out", report.toString(), "--json"));
        command.addAll(List.of("--sections", "differences,agreement"));
        IntStream.rangeClosed(1, 15).forEach(id -> command.add(Integer.toString(id)));
        json(command.toArray());

        String html = Files.readString(report);
        assertThat(html).doesNotContain("runs are shown");
        for (int run = 1; run <= 15; run++) {
            assertThat(html).contains("<td>" + run + "</td>", "<td>Run " + run + "</td>", ">Run " + run + "</th>");
        }
    }

    @Test
    void aReportOfVeryManyRunsTellsWhichAreNearlyTheSame() throws IOException {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..3", "--seed", "1..12", "--json");
        Path report = folder.resolve("families.html");

        json("report", "--sweep", "1", "1", "2", "3", "--out", report.toString(), "--sections", "agreement", "--json");

        assertThat(Files.readString(report))
                .contains("Family", "Best run", "All with", "Nearly the same", " runs are nearly the same as others. ");
    }

    @Test
    void aReportOnASweepShowsItsBestAndComparesAll() throws IOException {
        json("sweep", "--images", tiles, "--grid", "4", "--clusters", "2..5", "--json");
        Path report = folder.resolve("sweep.html");

        Map<String, Object> written = json("report", "--sweep", "1", "--out", report.toString(), "--json");

        assertThat((List<?>) written.get("runs")).hasSize(1);
        assertThat(Files.readString(report).split("<h2>Run ", -1)).hasSize(2);
        assertThat(tessera.run("report", "1", "--sweep", "1", "--out", report).out())
                .contains("Report on 4 runs");
        assertThat(Files.readString(report)).contains("<h2>Run 1<");
        refused(2, "Name the runs by their numbers", "report", "--out", report.toString());
        refused(1, "no sweep 9", "report", "--sweep", "9", "--out", report.toString());
    }
}
