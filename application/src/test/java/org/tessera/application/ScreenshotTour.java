// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Toolkit;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JSlider;
import javax.swing.JTable;
import junit.framework.Test;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JSliderFixture;
import org.netbeans.junit.NbTestCase;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.WorkbenchService;

/**
 * Pictures of every panel, to be looked at: in either theme, on ordinary and fine screens, in a small and a large window. A
 * program, no test: {@code tessera screenshots} runs it on displays of several sizes.
 */
public abstract class ScreenshotTour extends NbTestCase {
    private static Screen screen;

    ScreenshotTour(String name) {
        super(name);
    }

    private static Test tour(Class<? extends NbTestCase> tour, String theme) throws Exception {
        System.setProperty("sun.java2d.uiScale", Integer.toString(scale()));
        Path demo = Distribution.demo("tour-" + theme);
        Path store = demo.resolve("tessera.mv.db");
        importClasses(demo, store);
        return Distribution.window(tour, store, theme, "testTour");
    }

    /** Ground truth to be seen: the clusters of a run, two of them under one name. */
    private static void importClasses(Path folder, Path store) throws IOException, InterruptedException {
        Path classes = folder.resolve("classes.csv");
        Distribution.run("export", "14", "--store", store.toString(), "--labels", classes.toString());
        List<String> lines = Files.readAllLines(classes).stream()
                .map(line -> line.replaceFirst("label$", "class")
                        .replaceFirst(",[01]$", ",background")
                        .replaceFirst(",2$", ",crystal"))
                .toList();
        Files.write(classes, lines);
        Distribution.run("truth", "import", classes.toString(), "--store", store.toString());
    }

    private static int scale() {
        return Integer.getInteger("tessera.tour.scale", 1);
    }

    /** In the light theme. */
    public static final class Light extends ScreenshotTour {
        public Light(String name) {
            super(name);
        }

        public static Test suite() throws Exception {
            return tour(Light.class, "light");
        }
    }

    /** In the dark theme. */
    public static final class Dark extends ScreenshotTour {
        public Dark(String name) {
            super(name);
        }

        public static Test suite() throws Exception {
            return tour(Dark.class, "dark");
        }
    }

    public void testTour() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        panels();
        WorkbenchService.workbench()
                .open(StoreLocation.parse(
                        Distribution.folder("tour-empty").resolve("empty.mv.db").toString()));
        Screen.await("nothing is shown", () -> screen.text("viewer.title").isBlank());
        shot("empty");
    }

    private static void panels() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        screen.clickLine(line -> line.startsWith("15 · "));
        Screen.await("a run is shown", () -> screen.text("viewer.title").startsWith("Run 15"));
        screen.calm(canvas);
        shot("run");
        screen.robot.moveMouse(canvas, 5, 5);
        screen.robot.moveMouse(canvas, Screen.inASlice(canvas));
        shot("slice");
        screen.robot.click(canvas, Screen.inASlice(canvas));
        screen.choose("viewer.what", "mean");
        screen.calm(canvas);
        shot("statistic");
        screen.robot.click(canvas, Screen.inASlice(canvas));
        screen.choose("viewer.what", "Clusters");
        new JSliderFixture(screen.robot, screen.find("parameters.clusters", JSlider.class)).slideTo(5);
        Screen.await("the windows follow", () -> screen.text("viewer.title").startsWith("Live"));
        screen.calm(canvas);
        shot("live");
        screen.menuOfLine(line -> line.startsWith("14 · "));
        shot("menu");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.front("RunsTopComponent");
        JTable table = screen.find("runs.table", JTable.class);
        Screen.await("the table shows", () -> table.isShowing() && table.getRowCount() == 30);
        baseline(table, 2);
        shot("runs");
        baseline(table, 0);
        Screen.front("CompareTopComponent");
        screen.clickLine(line -> line.startsWith("14 · "));
        screen.robot.pressKey(KeyEvent.VK_SHIFT);
        screen.clickLine(line -> line.startsWith("17 · "));
        screen.robot.releaseKey(KeyEvent.VK_SHIFT);
        Screen.await("four are compared", () -> screen.text("compare.title.3").startsWith("Run 17"));
        shot("compare");
        screen.chooseFrom("1", "28");
        Screen.await("families show", () -> screen.isShowing("compare.families"));
        screen.clickCell("compare.families", 0, 0);
        shot("alike");
        screen.clickLine(line -> line.startsWith("15 · "));
        Screen.front("TruthTopComponent");
        Screen.await(
                "every run is scored",
                () -> screen.find("truth.scores", JTable.class).getRowCount() == 30);
        screen.clickCell("truth.scores", 0, 0);
        shot("truth");
        Screen.front("ViewerTopComponent");
        screen.clickLine(line -> line.startsWith("15 · "));
        Screen.front("LandscapeTopComponent");
        Screen.await("a landscape shows", () -> screen.text("landscape.note").contains("no empty place"));
        shot("landscape");
        Screen.front("TradeOffsTopComponent");
        Screen.await("a front shows", () -> screen.text("tradeoffs.note").contains("dominated"));
        shot("front");
        screen.click("tradeoffs.parallel.show");
        shot("parallel");
        screen.click("tradeoffs.effects.show");
        Screen.await(
                "effects show",
                () -> screen.find("tradeoffs.effects", JTable.class).getRowCount() == 2);
        shot("effects");
        screen.clickLater("toolbar.Add images");
        Screen.await("the dialog shows", () -> screen.isShowing("images.folder"));
        shot("add-images");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        screen.robot.waitForIdle();
    }

    /** Turns the baseline on or off from the menu of a row. */
    private static void baseline(JTable table, int row) {
        Point place = Screen.onEventThread(() -> {
            Rectangle cell = table.getCellRect(row, 2, true);
            table.scrollRectToVisible(cell);
            return new Point(cell.x + 20, cell.y + 12);
        });
        screen.robot.click(table, place, MouseButton.RIGHT_BUTTON, 1);
        screen.robot.click(screen.find("runs.baseline", JMenuItem.class));
    }

    private static void shot(String panel) throws Exception {
        Dimension size = Toolkit.getDefaultToolkit().getScreenSize();
        screen.screenshot(String.format(
                "%s-%dx-%dx%d-%s", System.getProperty("tessera.theme"), scale(), size.width, size.height, panel));
    }
}
