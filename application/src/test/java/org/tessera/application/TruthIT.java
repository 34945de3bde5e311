// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Dialog;
import java.awt.Point;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import junit.framework.Test;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.netbeans.junit.NbTestCase;

/** Ground truth painted by hand, in the assembled application on the demo's store. */
public class TruthIT extends NbTestCase {
    private static Screen screen;

    public TruthIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path demo = Distribution.demo("truth");
        return Distribution.window(
                TruthIT.class,
                demo.resolve("tessera.mv.db"),
                "light",
                "testALayerIsBegunAndPainted",
                "testEveryRunIsScoredAndTheConfusionSelectsSlices",
                "testTheLayerIsRecorded");
    }

    public void testALayerIsBegunAndPainted() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        Screen.front("TruthTopComponent");
        Screen.await("it says what to do", () -> screen.text("truth.note").startsWith("Begin a layer"));
        screen.screenshot("truth-nothing");
        screen.clickLater("truth.begin");
        answer("Name:", "By eye");
        answer("Slices an image, rows x columns:", "24x24");
        Screen.await("it is begun", () -> screen.text("truth.note").startsWith("0 of 3456 slices"));
        JComponent canvas = screen.find("truth.canvas", JComponent.class);
        BufferedImage before = Screen.painted(canvas);
        stroke(canvas, 0.40, 0.62, 0.44, 0.62);
        screen.robot.click(screen.find("truth.class.1", JComponent.class));
        stroke(canvas, 0.2, 0.3, 0.8, 0.33);
        Screen.await("slices are painted", () -> Screen.difference(before, Screen.painted(canvas)) > 0.005);
        assertFalse(screen.text("truth.note").startsWith("0 of"));
        screen.click("truth.undo");
        stroke(canvas, 0.2, 0.3, 0.8, 0.31);
    }

    /** Types into the dialog that asks for something. */
    private static void answer(String asked, String text) throws Exception {
        Screen.await("it asks for " + asked, () -> screen.dialogText().contains(asked));
        screen.robot.waitForIdle();
        JTextField field = screen.robot.finder().find(new GenericTypeMatcher<JTextField>(JTextField.class, true) {
            @Override
            protected boolean isMatching(JTextField one) {
                return SwingUtilities.getWindowAncestor(one) instanceof Dialog;
            }
        });
        new JTextComponentFixture(screen.robot, field).selectAll().enterText(text);
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ENTER);
        screen.robot.waitForIdle();
    }

    private static void stroke(JComponent canvas, double x, double y, double toX, double toY) {
        Point from = new Point((int) (x * canvas.getWidth()), (int) (y * canvas.getHeight()));
        screen.robot.pressMouse(canvas, from);
        for (int i = 1; i <= 12; i++) {
            screen.robot.moveMouse(canvas, (int) (canvas.getWidth() * (x + (toX - x) * i / 12)), (int)
                    (canvas.getHeight() * (y + (toY - y) * i / 12)));
        }
        screen.robot.releaseMouse(MouseButton.LEFT_BUTTON);
        screen.robot.waitForIdle();
    }

    public void testEveryRunIsScoredAndTheConfusionSelectsSlices() throws Exception {
        JTable scores = screen.find("truth.scores", JTable.class);
        Screen.await("every run is scored", () -> scores.getRowCount() == 30);
        screen.clickCell("truth.scores", 0, 0);
        Screen.await("its confusion shows", () -> screen.text("truth.confusion.title")
                .startsWith("Run " + scores.getValueAt(0, 0) + ","));
        JTable importance = screen.find("truth.importance", JTable.class);
        Screen.await("and what its statistics tell", () -> importance.getRowCount() == 6);
        JComponent canvas = screen.find("truth.canvas", JComponent.class);
        BufferedImage before = Screen.painted(canvas);
        screen.clickCell("truth.confusion", 0, 2);
        Screen.await("the others are dimmed", () -> Screen.difference(before, Screen.painted(canvas)) > 0.3);
        screen.screenshot("truth");
    }

    public void testTheLayerIsRecorded() throws Exception {
        screen.click("truth.save");
        Screen.await("it is recorded", () -> screen.text("truth.note").endsWith(", saved"));
        screen.screenshot("truth-saved");
    }
}
