// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JTable;
import javax.swing.JTextField;
import junit.framework.Test;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.netbeans.junit.NbTestCase;
import org.openide.windows.WindowManager;

/** The record in its windows: the run table and the explorer, in the assembled application on the demo's store. */
public class RecordIT extends NbTestCase {
    private static Screen screen;

    public RecordIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path demo = Distribution.demo("record");
        return Distribution.window(
                RecordIT.class,
                demo.resolve("tessera.mv.db"),
                "light",
                "testARunIsStarredFromItsMenuAndThatIsUndone",
                "testClustersAreNamedColouredAndReorderedInTheLegend",
                "testAClusterIsClusteredAgainFromTheMenuOfASlice",
                "testBesideAllSlicesThePictureCanBeHadAsShown",
                "testSeveralRunsAreChosenAndTaggedTogether",
                "testTheRunTableIsAskedSortedGroupedAndCompared");
    }

    public void testARunIsStarredFromItsMenuAndThatIsUndone() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        screen.menuOfLine(line -> line.startsWith("14 · "));
        screen.screenshot("workbench-run-menu");
        screen.robot.click(screen.find("explorer.star", JMenuItem.class));
        Screen.await("it is starred", () -> screen.hasLine(line -> line.startsWith("> 14 · 12 × 12, k 3 ★")));
        assertEquals("Run 14 starred.", screen.text("explorer.notice"));
        screen.screenshot("workbench-starred");
        screen.click("explorer.undo");
        Screen.await("and not any more", () -> screen.hasLine(line -> line.startsWith("> 14 · 12 × 12, k 3 |")));
        screen.clickLine(line -> line.startsWith("13 · "));
        Screen.await("the run is shown", () -> screen.text("viewer.title").startsWith("Run 13 · 12 × 12"));
    }

    public void testClustersAreNamedColouredAndReorderedInTheLegend() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        BufferedImage before = screen.calm(canvas);
        JLabel one = screen.find("viewer.legend.name.1", JLabel.class);
        screen.robot.click(one, MouseButton.LEFT_BUTTON, 2);
        JTextField field = screen.find("viewer.legend.field.1", JTextField.class);
        Screen.await("it can be typed over", field::hasFocus);
        new JTextComponentFixture(screen.robot, field).selectAll().enterText("crystals");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
        Screen.await("it is named", () -> screen.text("viewer.legend.name.1").equals("crystals"));
        screen.click("viewer.legend.colour.1");
        screen.screenshot("legend-colours");
        screen.robot.click(screen.find("viewer.legend.colour.#EE4025", JMenuItem.class));
        Screen.await("it is red", () -> Screen.difference(before, Screen.painted(canvas)) > 0.005);
        JLabel dragged = screen.find("viewer.legend.name.1", JLabel.class);
        screen.robot.pressMouse(dragged, new Point(10, 8), MouseButton.LEFT_BUTTON);
        JLabel first = screen.find("viewer.legend.name.0", JLabel.class);
        screen.robot.moveMouse(first, 12, 12);
        screen.robot.moveMouse(first, 12, 6);
        screen.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        Screen.await(
                "it is listed first",
                () -> Screen.onEventThread(() -> {
                    int crystals = screen.find("viewer.legend.line.1", JComponent.class)
                            .getY();
                    return crystals
                            < screen.find("viewer.legend.line.0", JComponent.class)
                                    .getY();
                }));
        screen.calm(canvas);
        screen.screenshot("legend-named");
        for (int i = 0; i < 3; i++) {
            screen.click("explorer.undo");
            Thread.sleep(300);
        }
        Screen.await(
                "all is as before", () -> screen.text("viewer.legend.name.1").equals("Cluster 1"));
        assertTrue(Screen.difference(before, screen.calm(canvas)) < 0.001);
    }

    public void testAClusterIsClusteredAgainFromTheMenuOfASlice() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        screen.robot.click(canvas, Screen.inASlice(canvas), MouseButton.RIGHT_BUTTON, 1);
        screen.screenshot("recluster-menu");
        screen.robot.click(screen.find("viewer.recluster", JMenuItem.class));
        Screen.await("the windows follow", () -> screen.text("viewer.title").startsWith("Live"));
        Screen.await(
                "the editor says so", () -> screen.text("parameters.parent").contains("of run 13"));
        screen.calm(canvas);
        screen.screenshot("recluster");
        screen.click("parameters.allSlices");
        Screen.await("all again", () -> screen.text("viewer.title").startsWith("Run 13"));
    }

    public void testBesideAllSlicesThePictureCanBeHadAsShown() throws Exception {
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        screen.robot.click(canvas, new Point(3, 3), MouseButton.RIGHT_BUTTON, 1);
        Screen.await("there is a menu", () -> screen.find("viewer.picture.menu", JMenu.class)
                .isShowing());
        screen.screenshot("picture-menu");
        assertFalse(screen.isShowing("viewer.like"));
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        screen.robot.waitForIdle();
    }

    public void testSeveralRunsAreChosenAndTaggedTogether() throws Exception {
        screen.clickLine(line -> line.startsWith("4 · "));
        screen.robot.pressKey(KeyEvent.VK_SHIFT);
        screen.clickLine(line -> line.startsWith("6 · "));
        screen.robot.releaseKey(KeyEvent.VK_SHIFT);
        screen.menuOfLine(line -> line.startsWith("5 · "));
        screen.screenshot("runs-chosen");
        screen.robot.click(screen.find("explorer.star", JMenuItem.class));
        Screen.await(
                "all three are starred", () -> screen.text("explorer.notice").equals("3 runs starred."));
        assertTrue(screen.hasLine(line -> line.startsWith("> 6 · 6 × 6, k 4 ★")));
        screen.click("explorer.undo");
        screen.clickLine(line -> line.startsWith("13 · "));
        Screen.await("one is shown", () -> screen.text("viewer.title").startsWith("Run 13 · 12 × 12"));
    }

    public void testTheRunTableIsAskedSortedGroupedAndCompared() throws Exception {
        Screen.onEventThread(() -> {
            WindowManager.getDefault().findTopComponent("RunsTopComponent").requestActive();
            return null;
        });
        JTable table = screen.find("runs.table", JTable.class);
        Screen.await("the table shows", () -> table.isShowing() && table.getRowCount() == 30);
        screen.screenshot("runs-table");
        JTextField query = screen.find("runs.query", JTextField.class);
        new JTextComponentFixture(screen.robot, query).enterText("clusters in (2, 3) and silh");
        Screen.await("names are offered", () -> screen.isShowing("runs.query.completion"));
        screen.screenshot("runs-completion");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
        new JTextComponentFixture(screen.robot, query).enterText("> lots");
        Screen.await("the mistake is named", () -> screen.text("runs.error").contains("silhouette is a number"));
        screen.screenshot("runs-error");
        new JTextComponentFixture(screen.robot, query)
                .selectAll()
                .enterText("clusters in (2, 3) and (silhouette > 0.52 or davies_bouldin < 0.5)");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.await("runs match", () -> screen.text("runs.count").matches("\\d+ of \\d+ runs"));
        screen.robot.click(table.getTableHeader(), headOf(table, "Silhouette, clustered"));
        Screen.await("some are left", () -> table.getRowCount() > 3);
        screen.clickLater("runs.grouped");
        Screen.await("ways to group", () -> screen.isShowing("runs.group.sweep"));
        screen.screenshot("runs-groups");
        screen.robot.click(screen.find("runs.group.sweep", JMenuItem.class));
        Screen.await("groups", () -> table.getRowCount() > 3);
        Rectangle third = Screen.onEventThread(() -> table.getCellRect(2, 1, true));
        screen.robot.click(table, new Point(third.x + 20, third.y + 12), MouseButton.RIGHT_BUTTON, 1);
        screen.robot.click(screen.find("runs.baseline", JMenuItem.class));
        screen.robot.waitForIdle();
        Thread.sleep(500);
        screen.screenshot("runs-grouped");
        screen.robot.click(table, new Point(third.x + 20, third.y + 12), MouseButton.RIGHT_BUTTON, 1);
        screen.clickLater("runs.report");
        Screen.await("a report is offered here too", () -> screen.isShowing("report.agreement"));
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.await("it is called off", () -> !screen.isShowing("report.agreement"));
        Rectangle star = Screen.onEventThread(() -> table.getCellRect(3, 0, true));
        screen.robot.click(table, new Point(star.x + 12, star.y + 12));
        Screen.await("it is starred", () -> screen.text("runs.notice").contains("starred"));
        screen.click("runs.undo");
        Screen.await("and not", () -> screen.text("runs.notice").isEmpty());
        screen.clickLater("runs.columns");
        Screen.await("columns to choose", () -> screen.isShowing("runs.column.seed"));
        screen.screenshot("runs-columns");
        screen.robot.click(screen.find("runs.count", JLabel.class));
        Screen.await("they are gone", () -> !screen.isShowing("runs.column.seed"));
        new JTextComponentFixture(screen.robot, query).deleteText();
    }

    private static Point headOf(JTable table, String title) {
        return Screen.onEventThread(() -> {
            int index = table.getColumnModel().getColumnIndex(title);
            Rectangle rect = table.getTableHeader().getHeaderRect(index);
            return new Point(rect.x + rect.width / 2, rect.y + rect.height / 2);
        });
    }
}
