// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import junit.framework.Test;
import junit.framework.TestSuite;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.netbeans.junit.NbTestCase;
import org.tessera.charts.PlotComponent;
import org.tessera.testing.Shared;

/**
 * The worked example of README.md in the window: 150 runs on six real tiles whose author sorted the slices into classes, and a
 * sweep on four others. The figures are those of README.md and of the command line.
 */
public class RealSetsIT extends NbTestCase {
    private static Screen screen;

    public RealSetsIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Optional<Path> shared = Shared.find(RealSetsIT.class.getName());
        if (shared.isEmpty()) {
            return new TestSuite();
        }
        Path data = shared.get().resolve("data");
        Path store = Distribution.folder("real").resolve("tessera.mv.db");
        sweep(
                data.resolve("tileset7"),
                store,
                "--grid 4,8,12,16,20 --clusters 2..6 --statistics notebook;common-ext;all --pca-components all,2");
        Path classes = data.resolve("tileset7_4x4_classes.csv");
        Distribution.run("truth", "import", classes.toString(), "--store", store.toString());
        sweep(data.resolve("tileset6"), store, "--grid 4..8 --clusters 2..4");
        return Distribution.window(
                RealSetsIT.class,
                store,
                "light",
                "testTheAuthorsClassesJudgeEveryRun",
                "testRunsOfDifferentGridsAgreeAsTheCommandLineSays",
                "testTheSweepsRunsFormFamilies",
                "testTheLandscapeOfTheSweepIsSeen",
                "testNoRunOfTheFrontIsDominated",
                "testAConsensusIsRecordedAndARunRepeated",
                "testAReportOfTwentyRunsIsWritten");
    }

    private static void sweep(Path images, Path store, String parameters) throws Exception {
        List<String> command = new ArrayList<>(List.of("sweep", "--images", images.toString()));
        command.addAll(List.of("--store", store.toString()));
        command.addAll(List.of(parameters.split(" ")));
        Distribution.run(command.toArray(String[]::new));
    }

    public void testTheAuthorsClassesJudgeEveryRun() throws Exception {
        screen = Screen.open();
        screen.expand("Sweep 1 ");
        screen.clickLine(line -> line.startsWith("1 · "));
        Screen.await("a run of the six tiles is shown", () -> screen.text("viewer.title")
                .startsWith("Run 1 "));
        Screen.front("TruthTopComponent");
        Screen.await("all slices have a class", () -> screen.text("truth.note").startsWith("96 of 96 slices"));
        JTable scores = screen.find("truth.scores", JTable.class);
        Screen.await("every run is scored", () -> scores.getRowCount() == 150);
        int f1OfC = column(scores, "C F1");
        assertEquals("0.870", number(value(scores, row(scores, 1), f1OfC)));
        assertEquals("0.870", number(value(scores, row(scores, 2), f1OfC)));
        assertEquals("0.952", number(value(scores, row(scores, 13), 3)));
        assertEquals("0.304", number(value(scores, row(scores, 127), 3)));
        assertEquals("the first agrees best", 13, ((Number) scores.getValueAt(0, 0)).intValue());
        screen.clickCell("truth.scores", 0, 0);
        Screen.await("its confusion shows", () -> screen.text("truth.confusion.title")
                .startsWith("Run 13,"));
        JComponent canvas = screen.find("truth.canvas", JComponent.class);
        BufferedImage before = Screen.painted(canvas);
        screen.clickCell("truth.confusion", 0, 1);
        Screen.await("slices are selected", () -> Screen.difference(before, Screen.painted(canvas)) > 0.02);
        screen.screenshot("real-truth");
    }

    private static int row(JTable scores, int run) {
        return Screen.onEventThread(() -> IntStream.range(0, scores.getRowCount())
                .filter(row -> ((Number) scores.getValueAt(row, 0)).intValue() == run)
                .findFirst()
                .orElseThrow());
    }

    private static int column(JTable scores, String head) {
        return Screen.onEventThread(() -> IntStream.range(0, scores.getColumnCount())
                .filter(column -> head.equals(scores.getColumnName(column)))
                .findFirst()
                .orElseThrow());
    }

    private static double value(JTable table, int row, int column) {
        return Screen.onEventThread(() -> ((Number) table.getValueAt(row, column)).doubleValue());
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.3f", value);
    }

    public void testRunsOfDifferentGridsAgreeAsTheCommandLineSays() throws Exception {
        screen.choose(List.of("2", "13", "127"));
        Screen.front("CompareTopComponent");
        Screen.await("three are compared", () -> screen.text("compare.title.2").startsWith("Run 127"));
        Matcher index = Pattern.compile("\"adjusted_rand\"\\s*:\\s*([-0-9.]+)")
                .matcher(Distribution.run(
                        "compare", "2", "127", "--json", "--store", System.getProperty("tessera.store")));
        assertTrue(index.find());
        String rand = number(Double.parseDouble(index.group(1)));
        assertTrue(
                rand + ": " + screen.text("compare.change.2"),
                screen.text("compare.change.2").startsWith("ARI " + rand));
        JComponent canvas = screen.find("compare.canvas.2", JComponent.class);
        BufferedImage clusters = Screen.painted(canvas);
        screen.click("compare.only");
        Screen.await("what is the same is dimmed", () -> Screen.difference(clusters, Screen.painted(canvas)) > 0.1);
        screen.screenshot("real-compare");
        screen.click("compare.only");
        screen.click("compare.overlay.2");
        screen.robot.click(screen.find("compare.heat.Disagreement", JMenuItem.class));
        Screen.await("disagreement shows", () -> Screen.difference(clusters, Screen.painted(canvas)) > 0.3);
        assertEquals("Disagreement leaves out 13, 127: they are degenerate", screen.text("compare.leftout"));
        screen.screenshot("real-disagreement");
        screen.choose("compare.layout", "Swipe");
        JComponent divider = screen.find("compare.swipe.divider", JComponent.class);
        Screen.await("one lies over the other", () -> divider.isShowing() && divider.getX() > 50);
        screen.screenshot("real-swipe");
        screen.choose("compare.layout", "Side by side");
    }

    public void testTheSweepsRunsFormFamilies() throws Exception {
        screen.chooseFrom("1", "150");
        Screen.await("families are named", () -> screen.text("compare.alike").startsWith("150 runs make"));
        JTable families = screen.find("compare.families", JTable.class);
        assertEquals("A", families.getValueAt(0, 0));
        assertEquals("6", families.getValueAt(0, 2));
        assertEquals("runs 13 and 18 are degenerate", "–", families.getValueAt(2, 2));
        assertEquals("4 × 4, k = 2, 6 statistics", families.getValueAt(0, 3));
        assertEquals("1, 6", families.getValueAt(0, 4));
        screen.clickCell("compare.families", 0, 0);
        screen.screenshot("real-alike");
    }

    public void testTheLandscapeOfTheSweepIsSeen() throws Exception {
        screen.clickLine(line -> line.startsWith("127 · "));
        Screen.front("LandscapeTopComponent");
        Screen.await("it shows", () -> screen.text("landscape.note").startsWith("Sweep 1 · higher is better"));
        assertTrue(screen.text("landscape.note"), screen.text("landscape.note").contains("no empty place"));
        screen.screenshot("real-landscape");
    }

    public void testNoRunOfTheFrontIsDominated() throws Exception {
        Screen.front("TradeOffsTopComponent");
        Screen.await("a front shows", () -> screen.text("tradeoffs.note").contains("dominated by none"));
        screen.click("tradeoffs.front.show");
        PlotComponent plot = screen.find("tradeoffs.front", PlotComponent.class);
        Screen.await("it is drawn", plot::isShowing);
        screen.screenshot("real-front");
        screen.click("tradeoffs.choose");
        Screen.await("its runs are chosen", () -> screen.lines().stream().anyMatch(line -> line.startsWith("> ")));
        screen.click("tradeoffs.effects.show");
        JTable effects = screen.find("tradeoffs.effects", JTable.class);
        Screen.await("four parameters vary", () -> effects.getRowCount() == 4);
        screen.screenshot("real-effects");
    }

    public void testAConsensusIsRecordedAndARunRepeated() throws Exception {
        screen.choose(List.of("151", "152", "153"));
        Screen.front("ViewerTopComponent");
        screen.menuOfLine(line -> line.startsWith("152 · "));
        screen.robot.click(screen.find("explorer.consensus", JMenuItem.class));
        Screen.await("it is shown", () -> screen.text("viewer.title").startsWith("Run 166"));
        JComponent mosaic = screen.find("viewer.canvas", JComponent.class);
        BufferedImage clusters = screen.calm(mosaic);
        screen.choose("viewer.what", "Entropy");
        assertTrue("where runs disagree", Screen.difference(clusters, screen.calm(mosaic)) > 0.05);
        screen.screenshot("real-entropy");
        screen.choose("viewer.what", "Clusters");
        screen.clickLine(line -> line.startsWith("152 · "));
        screen.menuOfLine(line -> line.startsWith("152 · "));
        screen.robot.click(screen.find("explorer.repeat", JMenuItem.class));
        Screen.await(
                "every index is summed up", () -> screen.text("explorer.notice").startsWith("Run 152: ARI "));
        screen.awaitItem("viewer.what", "Consistency");
        screen.choose("viewer.what", "Consistency");
        screen.calm(mosaic);
        screen.screenshot("real-consistency");
    }

    public void testAReportOfTwentyRunsIsWritten() throws Exception {
        screen.menuOfLine(line -> line.startsWith("Sweep 2 "));
        screen.clickLater("explorer.report");
        Screen.await("a whole sweep can be reported on", () -> screen.isShowing("report.agreement"));
        assertEquals("Sweep 2", screen.typed("report.title"));
        screen.screenshot("real-report-sweep");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.await("it is called off", () -> !screen.isShowing("report.agreement"));
        Path file = Path.of(System.getProperty("tessera.store")).resolveSibling("twenty.pdf");
        screen.chooseFrom("1", "20");
        screen.report("14");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
        JFileChooserFixture chooser = new JFileChooserFixture(screen.robot);
        Screen.onEventThread(() -> {
            chooser.target().setSelectedFile(file.toFile());
            return null;
        });
        chooser.approve();
        Screen.await("it is written", () -> screen.text("explorer.notice").startsWith("twenty.pdf is written in "));
        byte[] pdf = Files.readAllBytes(file);
        assertEquals("%PDF", new String(pdf, 0, 4, StandardCharsets.US_ASCII));
        assertTrue(pdf.length + " bytes", pdf.length < 10_000_000);
        screen.screenshot("real-report");
    }
}
