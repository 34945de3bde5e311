// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.event.KeyEvent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JButton;
import junit.framework.Test;
import org.assertj.swing.fixture.JFileChooserFixture;
import org.netbeans.junit.NbTestCase;

/** Images in the window: added, gone, moved; in the assembled application on the demo's store. */
public class ImagesIT extends NbTestCase {
    private static Screen screen;
    private static EventThreadWatch watch;

    public ImagesIT(String name) {
        super(name);
    }

    private static Path demo() {
        return Distribution.TARGET.resolve("windows/images");
    }

    public static Test suite() throws Exception {
        Distribution.demo("images");
        return Distribution.window(
                ImagesIT.class,
                demo().resolve("tessera.mv.db"),
                "light",
                "testAddedImagesShowAtOnce",
                "testAFailureIsToldOnceInWords",
                "testAProjectWithMissingImagesStaysOpen",
                "testTheEventThreadWasLeftAlone");
    }

    public void testAddedImagesShowAtOnce() throws Exception {
        screen = Screen.open();
        Screen.await("the best run is shown", () -> screen.text("viewer.title").startsWith("Run 28"));
        watch = EventThreadWatch.start();
        Path others = Files.createDirectories(demo().resolve("others"));
        for (String name : List.of("Tile_001-001-000_0-000.tif", "Tile_001-002-000_0-000.tif")) {
            Files.copy(demo().resolve("tiles").resolve(name), others.resolve(name));
        }
        screen.clickLater("toolbar.Add images");
        Screen.await("the dialog shows", () -> screen.isShowing("images.folder"));
        assertFalse(screen.find("images.add", JButton.class).isEnabled());
        screen.type("images.folder", others.toString());
        screen.screenshot("workbench-add-images");
        screen.click("images.add");

        Screen.await("the set is listed", () -> screen.hasLine(line -> line.startsWith("> others | 1 × 2")));
        Screen.await("and shown", () -> screen.text("viewer.title").isBlank());
        assertTrue(screen.text("status.images"), screen.text("status.images").startsWith("others   2 images"));
    }

    public void testAFailureIsToldOnceInWords() throws Exception {
        Path gone = demo().resolve("others/Tile_001-002-000_0-000.tif");
        byte[] kept = Files.readAllBytes(gone);
        Files.delete(gone);
        screen.click("parameters.run");
        Screen.await("a dialog tells it", () -> screen.dialogText().contains("Tile_001-002-000_0-000.tif"));
        screen.screenshot("workbench-failure");
        screen.robot.pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        Screen.await("it is gone", () -> screen.dialogText().isEmpty());
        Thread.sleep(1500);
        assertEquals("it is told once", "", screen.dialogText());
        Files.write(gone, kept);
    }

    public void testAProjectWithMissingImagesStaysOpen() throws Exception {
        screen.clickLine(line -> line.startsWith("1 · 4 × 4, k 2"));
        Screen.await("the run is shown", () -> screen.text("viewer.title").startsWith("Run 1 "));
        Path tile = demo().resolve("tiles/Tile_001-002-000_0-000.tif");
        byte[] kept = Files.readAllBytes(tile);
        screen.clickLine(line -> line.startsWith("others |"));
        Files.delete(tile);

        screen.clickLine(line -> line.startsWith("2 · 4 × 4, k 3"));

        Screen.await("the run is shown all the same", () -> screen.text("viewer.title")
                .startsWith("Run 2 "));
        Screen.await("and what is missing", () -> screen.text("viewer.notice").contains("is not where it was"));
        screen.screenshot("workbench-missing");
        Path moved = Files.createDirectories(demo().resolve("moved"));
        Files.write(moved.resolve("renamed.tif"), kept);
        screen.clickLater("viewer.locate");
        Screen.await("a folder is asked for", () -> screen.isShowing("viewer.locate.folder"));
        JFileChooserFixture chooser = new JFileChooserFixture(screen.robot);
        chooser.selectFile(moved.toFile());
        screen.screenshot("workbench-locate");
        chooser.approve();
        Screen.await("nothing is missing", () -> !screen.isShowing("viewer.notice"));
        screen.clickLine(line -> line.startsWith("1 · 4 × 4, k 2"));
        Screen.await("the scatter is back", () -> screen.text("viewer.title").startsWith("Run 1 "));
        screen.screenshot("workbench-located");
    }

    public void testTheEventThreadWasLeftAlone() {
        assertEquals(List.of(), watch.stop());
    }
}
