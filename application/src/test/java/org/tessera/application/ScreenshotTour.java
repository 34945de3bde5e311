// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JSlider;
import javax.swing.JTable;
import junit.framework.Test;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JSliderFixture;
import org.netbeans.junit.NbTestCase;
import org.openide.windows.WindowManager;
import org.tessera.store.StoreLocation;
import org.tessera.workbench.WorkbenchService;

/**
 * Pictures of every panel, to be looked at: in either theme, on ordinary and fine screens, in a small and a large window. A
 * program, no test: {@code tessera screenshots} runs it on a display of 5120 x 2880 pixels.
 */
public abstract class ScreenshotTour extends NbTestCase {
    private final String theme;
    private final int scale;
    private Screen screen;
    private Dimension size = new Dimension();

    ScreenshotTour(String name, String theme, int scale) {
        super(name);
        this.theme = theme;
        this.scale = scale;
    }

    private static Test tour(Class<? extends NbTestCase> tour, String theme, int scale) throws Exception {
        System.setProperty("sun.java2d.uiScale", Integer.toString(scale));
        Path demo = Distribution.demo("tour-" + theme + "-" + scale);
        return Distribution.window(tour, demo.resolve("tessera.mv.db"), theme, "testTour");
    }

    /** Light, ordinary screen. */
    public static final class Light extends ScreenshotTour {
        public Light(String name) {
            super(name, "light", 1);
        }

        public static Test suite() throws Exception {
            return tour(Light.class, "light", 1);
        }
    }

    /** Dark, ordinary screen. */
    public static final class Dark extends ScreenshotTour {
        public Dark(String name) {
            super(name, "dark", 1);
        }

        public static Test suite() throws Exception {
            return tour(Dark.class, "dark", 1);
        }
    }

    /** Light, fine screen. */
    public static final class LightFine extends ScreenshotTour {
        public LightFine(String name) {
            super(name, "light", 2);
        }

        public static Test suite() throws Exception {
            return tour(LightFine.class, "light", 2);
        }
    }

    /** Dark, fine screen. */
    public static final class DarkFine extends ScreenshotTour {
        public DarkFine(String name) {
            super(name, "dark", 2);
        }

        public static Test suite() throws Exception {
            return tour(DarkFine.class, "dark", 2);
        }
    }

    public void testTour() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        for (Dimension one : new Dimension[] {new Dimension(1280, 800), new Dimension(2560, 1440)}) {
            size = one;
            Screen.onEventThread(() -> {
                screen.window.setExtendedState(Frame.NORMAL);
                screen.window.setBounds(new Rectangle(one));
                return null;
            });
            Thread.sleep(1500);
            panels();
        }
        WorkbenchService.workbench()
                .open(StoreLocation.parse(
                        Distribution.folder("tour-empty").resolve("empty.mv.db").toString()));
        Screen.await("nothing is shown", () -> screen.text("viewer.title").isBlank());
        shot("empty");
    }

    private void panels() throws Exception {
        screen.screenshot("debug");
        JComponent canvas = screen.find("viewer.canvas", JComponent.class);
        screen.clickLine(line -> line.startsWith("15 · "));
        Screen.await("a run is shown", () -> screen.text("viewer.title").startsWith("Run 15"));
        screen.calm(canvas);
        shot("run");
        screen.robot.moveMouse(canvas, new Point(canvas.getWidth() / 3, canvas.getHeight() / 3));
        screen.robot.moveMouse(canvas, new Point(canvas.getWidth() / 3 + 3, canvas.getHeight() / 3));
        shot("slice");
        screen.robot.click(canvas, new Point(canvas.getWidth() / 3, canvas.getHeight() / 3));
        screen.choose("viewer.what", "mean");
        screen.calm(canvas);
        shot("statistic");
        screen.robot.click(canvas, new Point(canvas.getWidth() / 3, canvas.getHeight() / 3));
        screen.choose("viewer.what", "Clusters");
        new JSliderFixture(screen.robot, screen.find("parameters.clusters", JSlider.class)).slideTo(5);
        Screen.await("the windows follow", () -> screen.text("viewer.title").startsWith("Live"));
        screen.calm(canvas);
        shot("live");
        screen.menuOfLine(line -> line.startsWith("14 · "));
        shot("menu");
        screen.robot.pressAndReleaseKey(java.awt.event.KeyEvent.VK_ESCAPE);
        front("RunsTopComponent");
        JTable table = screen.find("runs.table", JTable.class);
        Screen.await("the table shows", () -> table.isShowing() && table.getRowCount() == 30);
        Rectangle third = Screen.onEventThread(() -> table.getCellRect(2, 2, true));
        screen.robot.click(table, new Point(third.x + 20, third.y + 12), MouseButton.RIGHT_BUTTON, 1);
        screen.robot.click(screen.find("runs.baseline", javax.swing.JMenuItem.class));
        shot("runs");
        screen.robot.click(table, new Point(third.x + 20, third.y + 36), MouseButton.RIGHT_BUTTON, 1);
        screen.robot.click(screen.find("runs.baseline", javax.swing.JMenuItem.class));
        screen.robot.click(table, new Point(third.x + 20, third.y - 36), MouseButton.RIGHT_BUTTON, 1);
        screen.robot.click(screen.find("runs.baseline", javax.swing.JMenuItem.class));
        front("ViewerTopComponent");
        screen.clickLater("toolbar.Add images");
        Screen.await("the dialog shows", () -> screen.isShowing("images.folder"));
        shot("add-images");
        screen.robot.pressAndReleaseKey(java.awt.event.KeyEvent.VK_ESCAPE);
        screen.robot.waitForIdle();
    }

    private static void front(String window) {
        Screen.onEventThread(() -> {
            WindowManager.getDefault().findTopComponent(window).requestActive();
            return null;
        });
    }

    private void shot(String panel) throws Exception {
        screen.screenshot(
                String.format("%s-%dx-%dx%d-%s", theme, scale, size.width, size.height, panel), new Rectangle(size));
    }
}
