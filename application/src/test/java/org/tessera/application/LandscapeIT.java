// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Point;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JSlider;
import javax.swing.JTable;
import junit.framework.Test;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JSliderFixture;
import org.netbeans.junit.NbTestCase;
import org.tessera.charts.PlotComponent;

/** What many runs say of their parameters, in the assembled application on the demo's store. */
public class LandscapeIT extends NbTestCase {
    private static Screen screen;

    public LandscapeIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path demo = Distribution.demo("landscape");
        return Distribution.window(
                LandscapeIT.class,
                demo.resolve("tessera.mv.db"),
                "light",
                "testAPlaceOfTheLandscapeOpensItsRun",
                "testTheLandscapeIsSeenAsContourOfAnotherScore",
                "testTheFrontOfTwoScoresIsShownAndChosen",
                "testABrushLeavesSomeRuns",
                "testTheEffectOfEachParameterIsTold",
                "testAnEmptyPlaceIsRun");
    }

    public void testAPlaceOfTheLandscapeOpensItsRun() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        Screen.front("LandscapeTopComponent");
        Screen.await("it shows", () -> screen.text("landscape.note").startsWith("Sweep 1 · higher is better"));
        assertTrue(screen.text("landscape.note"), screen.text("landscape.note").contains("no empty place"));
        screen.screenshot("landscape");
        JComponent plot = screen.find("landscape.plot", JComponent.class);
        screen.robot.click(plot, new Point(plot.getWidth() - 40, plot.getHeight() - 60));
        Screen.await(
                "the run of the lower right corner is open",
                () -> screen.text("viewer.title").startsWith("Run ")
                        && !screen.text("viewer.title").startsWith("Run 28"));
    }

    public void testTheLandscapeIsSeenAsContourOfAnotherScore() throws Exception {
        JComponent plot = screen.find("landscape.plot", JComponent.class);
        BufferedImage cells = Screen.painted(plot);
        screen.click("landscape.contour");
        Screen.await("lines are drawn", () -> Screen.difference(cells, Screen.painted(plot)) > 0.1);
        screen.screenshot("landscape-contour");
        screen.choose("landscape.score", "Davies–Bouldin, clustered space");
        Screen.await("another score", () -> screen.text("landscape.note").contains("lower is better"));
        screen.choose("landscape.x", "grid");
        Screen.await("other axes", () -> Screen.difference(cells, Screen.painted(plot)) > 0.1);
        screen.click("landscape.contour");
        screen.choose("landscape.score", "Silhouette, clustered space");
    }

    public void testTheFrontOfTwoScoresIsShownAndChosen() throws Exception {
        Screen.front("TradeOffsTopComponent");
        Screen.await("a front shows", () -> screen.text("tradeoffs.note").contains("runs are dominated by none"));
        screen.screenshot("front");
        PlotComponent plot = screen.find("tradeoffs.front", PlotComponent.class);
        Point run = Screen.onEventThread(() -> plot.placeOf(1)).orElseThrow();
        screen.robot.click(plot, run);
        Screen.await("a point opens its run", () -> screen.text("viewer.title").startsWith("Run "));
        screen.click("tradeoffs.choose");
        Screen.await(
                "the runs of the front are chosen",
                () -> screen.lines().stream()
                                .filter(line -> line.startsWith("> "))
                                .count()
                        > 1);
    }

    public void testABrushLeavesSomeRuns() throws Exception {
        screen.click("tradeoffs.parallel.show");
        JComponent plot = screen.find("tradeoffs.parallel", JComponent.class);
        screen.robot.pressMouse(plot, new Point(64, 40));
        screen.robot.moveMouse(plot, 64, 60);
        screen.robot.moveMouse(plot, 64, 34 + (plot.getHeight() - 48) / 2);
        screen.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        Screen.await("some are left", () -> screen.text("tradeoffs.note").contains("of 30 runs through the brushes"));
        screen.screenshot("parallel");
        screen.robot.click(plot, new Point(64, 60));
        Screen.await("the brush is gone", () -> screen.text("tradeoffs.note").contains("drag along an axis"));
    }

    public void testTheEffectOfEachParameterIsTold() throws Exception {
        screen.click("tradeoffs.effects.show");
        JTable table = screen.find("tradeoffs.effects", JTable.class);
        Screen.await("both are told", () -> table.getRowCount() == 2);
        screen.screenshot("effects");
        double rand = Double.parseDouble(String.valueOf(table.getValueAt(0, 2)));
        assertTrue("" + rand, rand > 0 && rand < 1);
    }

    public void testAnEmptyPlaceIsRun() throws Exception {
        screen.clickLine(line -> line.startsWith("28 · "));
        new JSliderFixture(screen.robot, screen.find("parameters.clusters", JSlider.class)).slideTo(7);
        Screen.await("the windows follow", () -> screen.text("viewer.title").contains(", 7 clusters"));
        screen.click("parameters.run");
        Screen.await("a run beside the sweep", () -> screen.text("viewer.title").startsWith("Run 31"));
        Screen.front("LandscapeTopComponent");
        Screen.await("of all runs", () -> screen.text("landscape.note").contains("empty: double-click one"));
        screen.screenshot("landscape-empty");
        screen.click("landscape.fill");
        Screen.await("all are run", () -> screen.text("landscape.note").contains("no empty place"));
        screen.screenshot("landscape-filled");
    }
}
