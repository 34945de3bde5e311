// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.swing.AbstractButton;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.JMenuBar;
import javax.swing.JMenuItem;
import javax.swing.JSlider;
import javax.swing.JTextField;
import javax.swing.UIManager;
import junit.framework.Test;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JSliderFixture;
import org.netbeans.junit.NbTestCase;
import org.openide.util.NbBundle;
import org.tessera.charts.PlotComponent;
import org.tessera.engine.slice.SliceRef;
import org.tessera.workbench.WorkbenchService;
import org.tessera.workbench.session.Session;

/** The main job by hand and eye, in the assembled application on the demo's store. */
public class WorkbenchIT extends NbTestCase {
    private static final Pattern SWEPT = Pattern.compile("Sweep 2(, cancelled)? \\| (\\d+) of 240");
    private static Screen screen;
    private static EventThreadWatch watch;

    public WorkbenchIT(String name) {
        super(name);
    }

    private static Path demo() {
        return Distribution.TARGET.resolve("windows/demo");
    }

    public static Test suite() throws Exception {
        Distribution.demo("demo");
        return Distribution.window(
                WorkbenchIT.class,
                demo().resolve("tessera.mv.db"),
                "light",
                "testTheDemoProjectOpensWithItsBestRun",
                "testAnotherNumberOfClustersMakesAnotherRun",
                "testASweepFillsThePlotAndIsCancelled",
                "testTheCancelledSweepIsResumedFromItsMenu",
                "testAPointOfThePlotOpensItsRun",
                "testHoveringTellsTheNumbersOfASlice",
                "testZoomPanAndOverlayRepaint",
                "testSlicesAreSeenFromOtherSides",
                "testAListThatIsOpenStaysOpenWhateverIsShown",
                "testAStatisticIsPaintedAndASelectedSliceIsBrightEverywhere",
                "testOtherAlgorithmsAndPreparedPixelsMakeRuns",
                "testRunsOfACommandLineBesideAppear",
                "testNothingOfAnIdeIsLeft",
                "testTheEventThreadWasLeftAlone");
    }

    public void testTheDemoProjectOpensWithItsBestRun() throws Exception {
        screen = Screen.open();
        Screen.await("the demo's runs are listed", () -> screen.hasLine(line -> line.startsWith("Sweep 1 | 30 runs")));
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        watch = EventThreadWatch.start();
        assertTrue(screen.hasLine(line -> line.startsWith("> 28 · 24 × 24, k 2")));
        assertEquals("0.803", screen.text("result.silhouette"));
        assertEquals("128", screen.text("viewer.legend.count.1"));
        assertTrue(UIManager.getLookAndFeel().getName().contains("FlatLaf Light"));
        assertFalse("icons", screen.window.getIconImages().isEmpty());
        assertTrue(screen.window.getTitle(), screen.window.getTitle().contains("Tessera"));
        screen.screenshot("workbench-light");
    }

    public void testAnotherNumberOfClustersMakesAnotherRun() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        BufferedImage before = Screen.painted(canvas);

        new JSliderFixture(screen.robot, screen.find("parameters.clusters", JSlider.class)).slideTo(4);
        assertEquals("4", screen.typed("parameters.clusters.field"));
        new JSliderFixture(screen.robot, screen.find("parameters.grid", JSlider.class)).slideTo(16);
        Screen.await("it is a known run", () -> screen.text("parameters.note").contains("Identical to run 21"));
        screen.screenshot("workbench-live-identical");
        assertEquals(
                "Record anyway", screen.find("parameters.run", JButton.class).getText());
        screen.click("parameters.open");
        Screen.await("it is opened", () -> screen.text("viewer.title").startsWith("Run 21"));
        new JSliderFixture(screen.robot, screen.find("parameters.clusters", JSlider.class)).slideTo(5);
        Screen.await("the windows follow", () -> screen.text("viewer.title")
                .startsWith("Live · 16 × 16 slices an image, 5"));
        assertEquals("change from run 21", screen.text("result.than"));
        assertTrue(Screen.difference(before, Screen.painted(canvas)) > 0.05);
        Screen.await("all plots follow", () -> screen.isShowing("viewer.ghost"));
        screen.screenshot("workbench-live");
        screen.click("parameters.undo");
        Screen.await("a drag is undone", () -> screen.text("viewer.title").startsWith("Run 21"));
        screen.click("parameters.redo");
        Screen.await("and redone", () -> screen.text("viewer.title").startsWith("Live"));
        assertTrue("nothing is recorded", screen.hasLine(line -> line.startsWith("> 21 ·")));
        screen.click("parameters.run");

        Screen.await("the run is recorded", () -> screen.text("parameters.note").contains("Recorded as run 31."));
        Screen.await("and selected", () -> screen.hasLine(line -> line.startsWith("> 31 · 16 × 16, k 5")));
        Screen.await("and shown", () -> screen.text("viewer.title").startsWith("Run 31"));
        assertFalse("0.803".equals(screen.text("result.silhouette")));
        assertTrue(Screen.difference(before, Screen.painted(canvas)) > 0.05);
        assertNotNull(screen.find("viewer.legend.4", AbstractButton.class));
        screen.screenshot("workbench-run");
    }

    public void testASweepFillsThePlotAndIsCancelled() throws Exception {
        screen.type("parameters.sweep.grid", "1..40:1");
        screen.type("parameters.sweep.clusters", "5..10");
        Screen.await(
                "the plan is refused",
                () -> !screen.find("parameters.sweep", JButton.class).isEnabled()
                        || screen.text("parameters.plan").contains("240 runs"));
        screen.type("parameters.sweep.grid", "2..41");
        Screen.await(
                "the plan counts the runs", () -> screen.text("parameters.plan").contains("240 runs"));
        screen.click("parameters.sweep");

        Screen.await("the first runs are listed", () -> swept() >= 8);
        screen.screenshot("workbench-sweep");
        int some = swept();
        Screen.await("more follow", () -> swept() >= some + 6);
        screen.click("parameters.pause");
        Screen.await("it is paused", () -> screen.isShowing("parameters.resume"));
        int paused = swept();
        screen.screenshot("workbench-sweep-paused");
        assertTrue(screen.text("parameters.note").contains("Sweep 2 is paused after"));
        Thread.sleep(1000);
        assertEquals("nothing is recorded while it is paused", paused, swept());
        screen.click("parameters.resume");
        Screen.await("it goes on", () -> swept() >= paused + 4);
        screen.click("parameters.cancel");

        Screen.await("it is called cancelled", () -> screen.hasLine(line -> line.contains("Sweep 2, cancelled")));
        Screen.await("the editor is ready", () -> screen.find("parameters.run", JButton.class)
                .isEnabled());
        int kept = swept();
        Thread.sleep(1500);
        assertEquals("nothing is recorded after a cancel", kept, swept());
        assertTrue("kept " + kept, kept < 240);
        PlotComponent plot = screen.find("scores.slices.plot", PlotComponent.class);
        assertTrue(plot.placeOf(32).isPresent());
        screen.screenshot("workbench-sweep-cancelled");
    }

    private static int swept() {
        for (String line : screen.lines()) {
            Matcher found = SWEPT.matcher(line);
            if (found.find()) {
                return Integer.parseInt(found.group(2));
            }
        }
        return 0;
    }

    public void testTheCancelledSweepIsResumedFromItsMenu() throws Exception {
        int before = swept();
        screen.menuOfLine(line -> line.startsWith("Sweep 2, cancelled"));
        screen.screenshot("workbench-sweep-menu");
        screen.robot.click(screen.find("explorer.resume", JMenuItem.class));

        Screen.await("more of its runs are made", () -> swept() >= before + 4);
        assertFalse(screen.hasLine(line -> line.contains("Sweep 2, cancelled")));
        screen.screenshot("workbench-sweep-resumed");
        screen.click("status.cancel");
        Screen.await("it is cancelled once more", () -> screen.hasLine(line -> line.contains("Sweep 2, cancelled")));
        Screen.await("the editor is ready", () -> screen.find("parameters.run", JButton.class)
                .isEnabled());
    }

    public void testAPointOfThePlotOpensItsRun() throws Exception {
        screen.clickLine(line -> line.startsWith("Sweep 1 |"));
        PlotComponent plot = screen.find("scores.slices.plot", PlotComponent.class);
        Screen.await("the sweep's curves are drawn", () -> plot.placeOf(13).isPresent());

        screen.robot.click(plot, plot.placeOf(13).orElseThrow());

        Screen.await("the run opens", () -> screen.text("viewer.title").startsWith("Run 13 · 12 × 12"));
        assertTrue(screen.hasLine(line -> line.startsWith("> 13 · ")));
    }

    public void testHoveringTellsTheNumbersOfASlice() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        BufferedImage before = screen.calm(canvas);
        Point middle = Screen.inASlice(canvas);
        screen.robot.moveMouse(canvas, middle.x - 40, middle.y);
        screen.robot.moveMouse(canvas, middle);
        Thread.sleep(400);

        assertTrue("a popup", Screen.difference(before, Screen.painted(canvas)) > 0.02);
        screen.screenshot("workbench-hover");
    }

    public void testZoomPanAndOverlayRepaint() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        Point middle = new Point(canvas.getWidth() / 2, canvas.getHeight() / 2);
        BufferedImage fitted = screen.calm(canvas);
        screen.robot.moveMouse(canvas, middle);
        screen.robot.rotateMouseWheel(canvas, -5);
        Thread.sleep(300);
        BufferedImage zoomed = Screen.painted(canvas);
        assertTrue("the wheel zooms", Screen.difference(fitted, zoomed) > 0.2);
        screen.robot.pressMouse(canvas, middle);
        screen.robot.moveMouse(canvas, middle.x + 60, middle.y + 40);
        screen.robot.moveMouse(canvas, middle.x + 90, middle.y + 60);
        screen.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        Thread.sleep(300);
        assertTrue("dragging pans", Screen.difference(zoomed, Screen.painted(canvas)) > 0.2);
        BufferedImage again = doubleClicked(canvas, middle);
        // on a busy machine two clicks may come too far apart to be one double click, as of a slow hand
        for (int i = 0; i < 4 && Screen.difference(fitted, again) >= 0.01; i++) {
            again = doubleClicked(canvas, middle);
        }
        assertTrue("a double click fits", Screen.difference(fitted, again) < 0.01);

        new JSliderFixture(screen.robot, screen.find("viewer.opacity", JSlider.class)).slideTo(95);
        assertTrue("opacity", Screen.difference(again, Screen.painted(canvas)) > 0.2);
        screen.click("viewer.legend.0");
        assertTrue("a cluster less", Screen.difference(again, Screen.painted(canvas)) > 0.2);
        screen.click("viewer.legend.0");
        new JSliderFixture(screen.robot, screen.find("viewer.opacity", JSlider.class)).slideTo(55);
    }

    private static BufferedImage doubleClicked(JComponent canvas, Point place) throws InterruptedException {
        screen.robot.click(canvas, place, MouseButton.LEFT_BUTTON, 2);
        return screen.calm(canvas);
    }

    /** The canvas with the pointer elsewhere, so without the numbers of a slice, and painted smoothly. */
    public void testSlicesAreSeenFromOtherSides() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        BufferedImage clusters = screen.calm(canvas);
        screen.robot.click(
                canvas,
                new Point(canvas.getWidth() / 2 + 15, canvas.getHeight() / 2 + 25),
                MouseButton.RIGHT_BUTTON,
                1);
        screen.robot.click(screen.find("viewer.like", JMenuItem.class));
        Screen.await(
                "the legend says so", () -> screen.text("viewer.legend.like").startsWith("Like row"));
        assertTrue(Screen.difference(clusters, screen.calm(canvas)) > 0.2);
        screen.choose("scatter.method", "UMAP");
        PlotComponent plot = screen.find("scatter.plot", PlotComponent.class);
        BufferedImage before = Screen.painted(plot);
        Screen.await("UMAP is shown", () -> Screen.difference(before, Screen.painted(plot)) > 0.01);
        Thread.sleep(500);
        screen.screenshot("workbench-like");
        screen.choose("scatter.method", "t-SNE");
        BufferedImage waiting = Screen.painted(plot);
        Screen.await("t-SNE is shown", () -> Screen.difference(waiting, Screen.painted(plot)) > 0.01);
        Thread.sleep(500);
        screen.screenshot("workbench-tsne");
        screen.choose("scatter.method", "Principal components");
        screen.click("viewer.legend.back");
        assertTrue("the clusters are back", Screen.difference(clusters, screen.calm(canvas)) < 0.01);
    }

    /** What is shown may change at any moment: images arrive, another program records. */
    public void testAListThatIsOpenStaysOpenWhateverIsShown() {
        JComboBox<?> what = screen.find("viewer.what", JComboBox.class);
        Session session = WorkbenchService.workbench().session();
        assertTrue(Screen.onEventThread(() -> {
            what.showPopup();
            session.selectSlices(Set.of(new SliceRef(0, 0, 0)));
            boolean open = what.isPopupVisible();
            session.selectSlices(Set.of());
            what.hidePopup();
            return open;
        }));
    }

    public void testAStatisticIsPaintedAndASelectedSliceIsBrightEverywhere() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        PlotComponent plot = screen.find("scatter.plot", PlotComponent.class);
        BufferedImage clusters = screen.calm(canvas);
        screen.choose("viewer.what", "mean");
        BufferedImage mean = screen.calm(canvas);
        assertTrue("the mean is painted", Screen.difference(clusters, mean) > 0.2);
        BufferedImage dots = Screen.painted(plot);
        screen.robot.click(canvas, Screen.inASlice(canvas));
        BufferedImage selected = screen.calm(canvas);
        assertTrue("all but the slice is dimmed", Screen.difference(mean, selected) > 0.3);
        assertTrue("its dot is ringed", Screen.difference(dots, Screen.painted(plot)) > 0.0001);
        screen.screenshot("workbench-statistic-selected");
        screen.robot.click(canvas, Screen.inASlice(canvas));
        screen.choose("viewer.what", "Clusters");
        assertTrue("as before", Screen.difference(clusters, screen.calm(canvas)) < 0.01);
    }

    public void testOtherAlgorithmsAndPreparedPixelsMakeRuns() throws Exception {
        screen.choose("parameters.algorithm", "spectral");
        assertTrue(screen.find("parameters.neighbours", JSlider.class).isShowing());
        screen.choose("parameters.algorithm", "DBSCAN");
        assertTrue(screen.find("parameters.minPoints", JSlider.class).isShowing());
        assertTrue(screen.find("parameters.eps", JTextField.class).isShowing());
        assertFalse(
                "DBSCAN finds out",
                screen.find("parameters.clusters", JSlider.class).isShowing());
        assertFalse(
                "it starts once",
                screen.find("parameters.restarts", JSlider.class).isShowing());
        screen.type("parameters.eps", "1.5");
        screen.click("parameters.flatField");
        new JSliderFixture(screen.robot, screen.find("parameters.bin", JSlider.class)).slideTo(2);
        assertEquals("2 × 2", screen.typed("parameters.bin.field"));
        screen.type("parameters.stride", "40");
        screen.click("parameters.run");

        Screen.await("the run is recorded", () -> screen.text("parameters.note").contains("Recorded as run"));
        Screen.await(
                "its line says what was done",
                () -> screen.hasLine(line -> line.contains("flat field, bin 2, stride 40") && line.contains("DBSCAN")));
        Screen.await(
                "and its mosaic is shown", () -> screen.text("viewer.title").contains("clusters"));
        Thread.sleep(500);
        screen.screenshot("workbench-dbscan");
        screen.choose("parameters.algorithm", "k-means");
        screen.type("parameters.stride", "");
        screen.click("parameters.flatField");
        new JSliderFixture(screen.robot, screen.find("parameters.bin", JSlider.class)).slideTo(1);
    }

    public void testRunsOfACommandLineBesideAppear() throws Exception {
        Distribution.run(
                "run",
                "--store",
                demo().resolve("tessera.mv.db").toString(),
                "--images",
                demo().resolve("tiles").toString(),
                "--grid",
                "9",
                "--clusters",
                "3",
                "--project",
                "Sample",
                "--experiment",
                "Beside");

        Screen.await("its run appears", () -> screen.hasLine(line -> line.contains(" · 9 × 9, k 3")));
        assertTrue(screen.hasLine(line -> line.startsWith("Beside | 1 run")));
    }

    public void testNothingOfAnIdeIsLeft() {
        JMenuBar bar = ((JFrame) screen.window).getJMenuBar();
        List<String> menus = Screen.onEventThread(() -> {
            List<String> names = new ArrayList<>();
            for (int i = 0; i < bar.getMenuCount(); i++) {
                if (bar.getMenu(i) != null) {
                    names.add(bar.getMenu(i).getText());
                }
            }
            return names;
        });
        assertEquals(List.of("File", "View", "Run", "Window", "Help"), menus);
        ResourceBundle about = NbBundle.getBundle("org.netbeans.core.ui.Bundle");
        assertFalse(about.getString("LBL_Copyright").contains("IDE"));
    }

    public void testTheEventThreadWasLeftAlone() {
        assertEquals(List.of(), watch.stop());
    }
}
