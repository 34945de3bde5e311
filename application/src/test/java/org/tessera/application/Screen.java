// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Component;
import java.awt.Dialog;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.Image;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.GenericTypeMatcher;
import org.assertj.swing.core.MouseButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.exception.ComponentLookupException;
import org.assertj.swing.fixture.JComboBoxFixture;
import org.assertj.swing.fixture.JTextComponentFixture;
import org.openide.windows.WindowManager;

/** What a person sees of the window, and does with it. */
final class Screen {
    private static final long PATIENCE_MILLIS = 60_000;

    final Frame window;
    final org.assertj.swing.core.Robot robot;

    private Screen(Frame window) {
        this.window = window;
        this.robot = BasicRobot.robotWithCurrentAwtHierarchyWithoutScreenLock();
    }

    /** The main window, once it fills the screen, as it does at a first start, and stands still. */
    static Screen open() throws Exception {
        Frame window = WindowManager.getDefault().getMainWindow();
        await("the window shows", window::isShowing);
        await("it fills the screen", () -> (window.getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH);
        Rectangle[] last = {new Rectangle()};
        do {
            last[0] = onEventThread(window::getBounds);
            Thread.sleep(500);
        } while (!last[0].equals(onEventThread(window::getBounds)));
        return new Screen(window);
    }

    static <T> T onEventThread(Callable<T> question) {
        return GuiActionRunner.execute(question);
    }

    static void await(String what, Callable<Boolean> condition) throws Exception {
        long end = System.currentTimeMillis() + PATIENCE_MILLIS;
        while (!holds(condition)) {
            if (System.currentTimeMillis() > end) {
                throw new AssertionError("never: " + what);
            }
            Thread.sleep(40);
        }
    }

    /** A component that is not there yet is no reason to give up. */
    private static boolean holds(Callable<Boolean> condition) {
        try {
            return onEventThread(condition);
        } catch (ComponentLookupException e) {
            return false;
        }
    }

    <T extends Component> T find(String name, Class<T> type) {
        return robot.finder().find(new GenericTypeMatcher<T>(type) {
            @Override
            protected boolean isMatching(T component) {
                return name.equals(component.getName());
            }
        });
    }

    String text(String label) {
        JLabel found = find(label, JLabel.class);
        return onEventThread(found::getText);
    }

    /** The lines of the explorer that are shown, and which is selected. */
    List<String> lines() {
        JTree tree = find("explorer.tree", JTree.class);
        return onEventThread(() -> {
            List<String> lines = new ArrayList<>();
            for (int row = 0; row < tree.getRowCount(); row++) {
                lines.add((tree.isRowSelected(row) ? "> " : "") + line(tree, row));
            }
            return lines;
        });
    }

    boolean hasLine(Predicate<String> wanted) {
        return lines().stream().anyMatch(wanted);
    }

    /** A click on the first line that matches, once it is there. */
    void clickLine(Predicate<String> wanted) throws Exception {
        clickLine(wanted, MouseButton.LEFT_BUTTON);
    }

    /** Opens the menu of the first line that matches. */
    void menuOfLine(Predicate<String> wanted) throws Exception {
        clickLine(wanted, MouseButton.RIGHT_BUTTON);
    }

    private void clickLine(Predicate<String> wanted, MouseButton button) throws Exception {
        await("the line is there", () -> lines().stream()
                .anyMatch(line -> wanted.test(line.startsWith("> ") ? line.substring(2) : line)));
        JTree tree = find("explorer.tree", JTree.class);
        Point place = onEventThread(() -> {
            for (int row = 0; row < tree.getRowCount(); row++) {
                if (wanted.test(line(tree, row))) {
                    tree.scrollRowToVisible(row);
                    Rectangle bounds = tree.getRowBounds(row);
                    return new Point(bounds.x + 30, bounds.y + bounds.height / 2);
                }
            }
            throw new AssertionError("no such line");
        });
        robot.click(tree, place, button, 1);
        robot.waitForIdle();
    }

    private static String line(JTree tree, int row) {
        Component shown = tree.getCellRenderer()
                .getTreeCellRendererComponent(
                        tree, tree.getPathForRow(row).getLastPathComponent(), false, false, true, row, false);
        StringBuilder line = new StringBuilder();
        for (Component part : ((JComponent) shown).getComponents()) {
            line.append(line.isEmpty() ? "" : " | ").append(((JLabel) part).getText());
        }
        return line.toString();
    }

    /** A component as it would be painted. */
    static BufferedImage painted(JComponent component) {
        return onEventThread(() -> {
            Dimension size = component.getSize();
            BufferedImage picture = new BufferedImage(size.width, size.height, BufferedImage.TYPE_INT_RGB);
            component.paint(picture.getGraphics());
            return picture;
        });
    }

    /** How many pixels of two pictures differ, as a share. */
    static double difference(BufferedImage a, BufferedImage b) {
        int[] left = a.getRGB(0, 0, a.getWidth(), a.getHeight(), null, 0, a.getWidth());
        int[] right = b.getRGB(0, 0, b.getWidth(), b.getHeight(), null, 0, b.getWidth());
        if (left.length != right.length) {
            return 1;
        }
        int different = 0;
        for (int i = 0; i < left.length; i++) {
            different += left[i] == right[i] ? 0 : 1;
        }
        return different / (double) left.length;
    }

    /** The whole screen as a file. */
    void screenshot(String name) throws Exception {
        screenshot(name, new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
    }

    /** A part of the screen as a file, with all the pixels of the device. */
    void screenshot(String name, Rectangle area) throws Exception {
        robot.waitForIdle();
        Thread.sleep(400);
        List<Image> variants =
                new Robot().createMultiResolutionScreenCapture(area).getResolutionVariants();
        Image finest = variants.get(variants.size() - 1);
        BufferedImage picture =
                new BufferedImage(finest.getWidth(null), finest.getHeight(null), BufferedImage.TYPE_INT_RGB);
        picture.getGraphics().drawImage(finest, 0, 0, null);
        File folder = new File(System.getProperty("tessera.screenshots", "target/screenshots"));
        if (!(folder.isDirectory() || folder.mkdirs())
                || !ImageIO.write(picture, "png", new File(folder, name + ".png"))) {
            throw new AssertionError("cannot write to " + folder);
        }
        SwingUtilities.invokeAndWait(() -> {});
    }

    String typed(String field) {
        JTextField found = find(field, JTextField.class);
        return onEventThread(found::getText);
    }

    void type(String field, String text) throws IOException {
        JTextField found = find(field, JTextField.class);
        onEventThread(() -> {
            found.scrollRectToVisible(new Rectangle(0, 0, 10, found.getHeight()));
            return null;
        });
        new JTextComponentFixture(robot, found).selectAll().enterText(text);
    }

    void click(String button) {
        AbstractButton found = find(button, AbstractButton.class);
        robot.click(found);
        robot.waitForIdle();
    }

    /** A click into the cell of a table, as it is seen. */
    void clickCell(String table, int row, int column) {
        JTable found = find(table, JTable.class);
        Rectangle cell = onEventThread(() -> {
            Rectangle place = found.getCellRect(row, column, true);
            found.scrollRectToVisible(place);
            return place;
        });
        robot.click(found, new Point(cell.x + 20, cell.y + 10));
        robot.waitForIdle();
    }

    /** Opens a line that holds others. */
    void expand(String start) throws Exception {
        clickLine(line -> line.startsWith(start));
        robot.pressAndReleaseKey(KeyEvent.VK_RIGHT);
        robot.waitForIdle();
    }

    /** Clicks on lines that are then chosen together. */
    void choose(List<String> numbers) throws Exception {
        clickLine(line -> line.startsWith(numbers.get(0) + " · "));
        robot.pressKey(KeyEvent.VK_CONTROL);
        try {
            for (String number : numbers.subList(1, numbers.size())) {
                clickLine(line -> line.startsWith(number + " · "));
            }
        } finally {
            robot.releaseKey(KeyEvent.VK_CONTROL);
        }
    }

    /** Chooses all lines from one to another. */
    void chooseFrom(String first, String last) throws Exception {
        clickLine(line -> line.startsWith(first + " · "));
        robot.pressKey(KeyEvent.VK_SHIFT);
        try {
            clickLine(line -> line.startsWith(last + " · "));
        } finally {
            robot.releaseKey(KeyEvent.VK_SHIFT);
        }
    }

    /** A click that opens a modal dialog, so that the event thread is not idle after it. */
    void clickLater(String button) {
        AbstractButton found = find(button, AbstractButton.class);
        Point place = onEventThread(() -> {
            Point corner = found.getLocationOnScreen();
            return new Point(corner.x + found.getWidth() / 2, corner.y + found.getHeight() / 2);
        });
        robot.click(place, MouseButton.LEFT_BUTTON, 1);
    }

    boolean isShowing(String name) {
        return robot.finder()
                        .findAll(component -> name.equals(component.getName()) && component.isShowing())
                        .size()
                == 1;
    }

    /** A place where a slice is: images that a grid does not divide have a margin that is of none, as where they meet. */
    static Point inASlice(JComponent canvas) {
        return new Point(canvas.getWidth() * 2 / 5, canvas.getHeight() * 2 / 5);
    }

    /** What the dialog that is open says; empty for none. */
    String dialogText() {
        StringBuilder text = new StringBuilder();
        for (Window window : Window.getWindows()) {
            if (window instanceof Dialog && window.isShowing()) {
                robot.finder().findAll(window, component -> true).forEach(component -> {
                    if (component instanceof JTextComponent area) {
                        text.append(area.getText());
                    } else if (component instanceof JLabel label && label.getText() != null) {
                        text.append(label.getText());
                    }
                });
            }
        }
        return text.toString();
    }

    BufferedImage calm(JComponent canvas) throws InterruptedException {
        robot.moveMouse(find("viewer.title", JLabel.class));
        robot.waitForIdle();
        Thread.sleep(500);
        return painted(canvas);
    }

    /** Brings a window to the front of its part. */
    static void front(String window) {
        onEventThread(() -> {
            WindowManager.getDefault().findTopComponent(window).requestActive();
            return null;
        });
    }

    /** Waits until an item can be chosen. */
    void awaitItem(String box, String item) throws Exception {
        await(item + " can be chosen", () -> {
            JComboBox<?> found = find(box, JComboBox.class);
            return IntStream.range(0, found.getItemCount())
                    .anyMatch(i -> item.equals(String.valueOf(found.getItemAt(i))));
        });
    }

    /** Begins a report on the chosen runs, from the menu of one of their lines, up to the question what is wanted. */
    void report(String number) throws Exception {
        menuOfLine(line -> line.startsWith(number + " · "));
        clickLater("explorer.report");
        await("it is asked what is wanted", () -> isShowing("report.agreement"));
    }

    /** Chooses an item as the mouse does, and waits until it is chosen: the click may reach the list late. */
    void choose(String box, String item) throws Exception {
        JComboBox<?> found = find(box, JComboBox.class);
        new JComboBoxFixture(robot, found).selectItem(item);
        await(item + " is chosen", () -> item.equals(String.valueOf(found.getSelectedItem())));
        robot.waitForIdle();
    }
}
