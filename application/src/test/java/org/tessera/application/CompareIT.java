// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JMenuItem;
import javax.swing.JSlider;
import javax.swing.JTable;
import junit.framework.Test;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JSliderFixture;
import org.netbeans.junit.NbTestCase;

/** Runs side by side, in the assembled application on the demo's store. */
public class CompareIT extends NbTestCase {
    private static Screen screen;

    public CompareIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path demo = Distribution.demo("compare");
        return Distribution.window(
                CompareIT.class,
                demo.resolve("tessera.mv.db"),
                "light",
                "testChosenRunsStandSideBySideWithColoursThatFollow",
                "testTheHeatmapsMoveAndPointTogether",
                "testWhatDiffersAndWhatIsSharedIsBright",
                "testEachHasAnOverlayOfItsOwn",
                "testTwoRunsAreSwipedAndBlink",
                "testOfManyRunsItIsSeenWhichAreAlike",
                "testTheConsensusOfRunsIsRecordedAndARunIsRepeated");
    }

    public void testChosenRunsStandSideBySideWithColoursThatFollow() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        Screen.front("CompareTopComponent");
        Screen.await("it says what to do", () -> screen.text("compare.sentence").contains("Choose two to nine runs"));
        screen.screenshot("compare-nothing");
        screen.choose(List.of("14", "15", "26"));

        Screen.await("three are compared", () -> screen.text("compare.title.2").startsWith("Run 26"));
        assertEquals("the others are compared with this run", screen.text("compare.change.0"));
        assertTrue(
                screen.text("compare.change.1"), screen.text("compare.change.1").matches("ARI 0\\.\\d+, .* % differ"));
        assertEquals(3, screen.find("compare.rand", JTable.class).getRowCount());
        JTable fields = screen.find("compare.differences", JTable.class);
        assertEquals("slices", fields.getValueAt(0, 0));
        screen.screenshot("compare");
        BufferedImage aligned = Screen.painted(canvas(1));
        screen.robot.click(screen.find("compare.aligned", JCheckBox.class));
        screen.robot.waitForIdle();
        assertNotNull(aligned);
        screen.robot.click(screen.find("compare.aligned", JCheckBox.class));
    }

    private static JComponent canvas(int place) {
        return screen.find("compare.canvas." + place, JComponent.class);
    }

    public void testTheHeatmapsMoveAndPointTogether() throws Exception {
        JComponent first = canvas(0);
        Point middle = new Point(first.getWidth() / 2, first.getHeight() / 2);
        BufferedImage before = Screen.painted(canvas(2));
        screen.robot.moveMouse(first, middle);
        screen.robot.rotateMouseWheel(first, -4);
        Thread.sleep(400);
        assertTrue("the others zoom too", Screen.difference(before, Screen.painted(canvas(2))) > 0.2);
        BufferedImage zoomed = Screen.painted(canvas(2));
        screen.robot.pressMouse(first, middle);
        screen.robot.moveMouse(first, middle.x + 40, middle.y + 20);
        screen.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        Thread.sleep(400);
        assertTrue("and pan", Screen.difference(zoomed, Screen.painted(canvas(2))) > 0.2);
        screen.robot.click(first, middle, MouseButton.LEFT_BUTTON, 2);
        Thread.sleep(300);
        screen.robot.moveMouse(first, middle.x + 9, middle.y + 9);
        Thread.sleep(400);
        screen.screenshot("compare-pointed");
    }

    public void testWhatDiffersAndWhatIsSharedIsBright() throws Exception {
        BufferedImage before = Screen.painted(canvas(1));
        screen.robot.click(screen.find("compare.only", JCheckBox.class));
        Screen.await("the rest is dimmed", () -> Screen.difference(before, Screen.painted(canvas(1))) > 0.3);
        screen.screenshot("compare-differences");
        screen.robot.click(screen.find("compare.only", JCheckBox.class));
        screen.clickCell("compare.contingency", 2, 3);
        Screen.await("shared slices are bright", () -> Screen.difference(before, Screen.painted(canvas(1))) > 0.3);
        screen.screenshot("compare-shared");
        screen.clickCell("compare.rand", 2, 1);
        Screen.await(
                "another pair", () -> screen.text("compare.pair").startsWith("Rows run 26, columns run 14, thousands"));
        screen.screenshot("compare-pair");
    }

    public void testEachHasAnOverlayOfItsOwn() throws Exception {
        BufferedImage first = Screen.painted(canvas(0));
        BufferedImage second = Screen.painted(canvas(1));
        screen.click("compare.overlay.1");
        screen.robot.click(screen.find("compare.heat.std", JMenuItem.class));
        Screen.await("a statistic is painted", () -> Screen.difference(second, Screen.painted(canvas(1))) > 0.3);
        assertTrue("the others stay", Screen.difference(first, Screen.painted(canvas(0))) < 0.01);
        screen.screenshot("compare-overlay");
        screen.click("compare.overlay.1");
        new JSliderFixture(screen.robot, screen.find("compare.opacity", JSlider.class)).slideTo(100);
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        screen.click("compare.overlay.1");
        screen.robot.click(screen.find("compare.heat.Clusters", JMenuItem.class));
    }

    public void testTwoRunsAreSwipedAndBlink() throws Exception {
        screen.choose("compare.layout", "Swipe");
        JComponent divider = screen.find("compare.swipe.divider", JComponent.class);
        JComponent stack = (JComponent) divider.getParent();
        Screen.await("two lie over each other", () -> divider.isShowing() && divider.getX() > 50);
        BufferedImage half = Screen.painted(stack);
        int from = divider.getX();
        screen.robot.pressMouse(divider, new Point(3, 40));
        screen.robot.moveMouse(stack, from + 60, 60);
        screen.robot.moveMouse(stack, from + 160, 60);
        screen.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        Screen.await("more of one is seen", () -> divider.getX() > from + 100);
        assertTrue(Screen.difference(half, Screen.painted(stack)) > 0.01);
        screen.screenshot("compare-swipe");
        screen.choose("compare.layout", "Blink");
        BufferedImage one = Screen.painted(stack);
        Screen.await("the other in turn", () -> Screen.difference(one, Screen.painted(stack)) > 0.01);
        Screen.await("and the first again", () -> Screen.difference(one, Screen.painted(stack)) < 0.001);
        screen.choose("compare.layout", "Side by side");
    }

    public void testTheConsensusOfRunsIsRecordedAndARunIsRepeated() throws Exception {
        screen.choose(List.of("13", "14", "15"));
        Screen.front("ViewerTopComponent");
        screen.menuOfLine(line -> line.startsWith("14 · "));
        screen.robot.click(screen.find("explorer.compare", JMenuItem.class));
        Screen.await(
                "they stand side by side",
                () -> screen.isShowing("compare.title.2")
                        && screen.text("compare.title.2").startsWith("Run 15"));
        screen.report("14");
        assertEquals("3 runs", screen.typed("report.title"));
        screen.screenshot("report-sections");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.await("it is called off", () -> !screen.isShowing("report.agreement"));
        Screen.front("RunsTopComponent");
        screen.robot.pressKey(KeyEvent.VK_CONTROL);
        screen.robot.pressKey(KeyEvent.VK_P);
        screen.robot.releaseKey(KeyEvent.VK_P);
        screen.robot.releaseKey(KeyEvent.VK_CONTROL);
        Screen.await("a key asks for the same", () -> screen.isShowing("report.agreement"));
        assertEquals("3 runs", screen.typed("report.title"));
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.await("it is called off", () -> !screen.isShowing("report.agreement"));
        screen.menuOfLine(line -> line.startsWith("14 · "));
        screen.robot.click(screen.find("explorer.consensus", JMenuItem.class));
        Screen.await("it is recorded", () -> screen.hasLine(line -> line.contains("consensus of 3 runs")));
        Screen.front("ViewerTopComponent");
        Screen.await("and shown", () -> screen.text("viewer.title").startsWith("Run 31"));
        JComponent mosaic = screen.find("viewer.canvas", JComponent.class);
        BufferedImage clusters = screen.calm(mosaic);
        screen.choose("viewer.what", "Entropy");
        assertTrue("where runs disagree", Screen.difference(clusters, screen.calm(mosaic)) > 0.1);
        screen.screenshot("consensus-entropy");
        screen.choose("viewer.what", "Clusters");
        screen.menuOfLine(line -> line.startsWith("14 · "));
        screen.robot.click(screen.find("explorer.repeat", JMenuItem.class));
        Screen.await("it is told", () -> screen.text("explorer.notice").startsWith("Run 14: ARI "));
        screen.awaitItem("viewer.what", "Consistency");
        screen.choose("viewer.what", "Consistency");
        screen.calm(mosaic);
        screen.screenshot("consistency");
    }

    public void testOfManyRunsItIsSeenWhichAreAlike() throws Exception {
        screen.chooseFrom("1", "28");
        Screen.await("families are named", () -> screen.text("compare.alike").startsWith("28 runs make"));
        screen.screenshot("compare-alike");
        JComponent matrix = screen.find("compare.matrix", JComponent.class);
        JTable families = screen.find("compare.families", JTable.class);
        assertEquals("A", families.getValueAt(0, 0));
        BufferedImage before = Screen.painted(matrix);
        screen.clickCell("compare.families", 0, 0);
        assertTrue("the family is framed", Screen.difference(before, Screen.painted(matrix)) > 0);
        screen.screenshot("compare-family");
        int runs = (Integer) families.getValueAt(0, 1);
        screen.robot.pressAndReleaseKeys(KeyEvent.VK_ENTER);
        Screen.await(
                "its runs are chosen",
                () -> screen.find("compare.rand", JTable.class).getRowCount() == runs);
        screen.chooseFrom("1", "28");
        Screen.await("all are compared again", () -> matrix.isShowing());
        assertEquals("no line is selected and no family framed", -1, families.getSelectedRow());
        assertEquals(0.0, Screen.difference(before, Screen.painted(matrix)), 0.0);
        screen.robot.click(matrix, new Point(matrix.getWidth() / 2, 10));
        Screen.await("two side by side", () -> screen.isShowing("compare.canvas.1"));
        assertEquals(2, screen.find("compare.rand", JTable.class).getRowCount());
        assertTrue(screen.text("compare.title.1").startsWith("Run"));
    }
}
