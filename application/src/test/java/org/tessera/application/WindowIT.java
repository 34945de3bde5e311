// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.awt.Frame;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.image.BufferedImage;
import java.io.File;
import java.util.List;
import javax.imageio.ImageIO;
import javax.swing.SwingUtilities;
import javax.swing.UIManager;
import junit.framework.Test;
import org.netbeans.junit.NbModuleSuite;
import org.netbeans.junit.NbTestCase;
import org.openide.windows.WindowManager;

/** The assembled application opens its window. */
public class WindowIT extends NbTestCase {
    public WindowIT(String name) {
        super(name);
    }

    public static Test suite() {
        return NbModuleSuite.createConfiguration(WindowIT.class)
                .gui(true)
                .addStartupArgument("--laf", "com.formdev.flatlaf.FlatLightLaf")
                .enableClasspathModules(false)
                .clusters(".*")
                .suite();
    }

    public void testTheWindowHasTesserasNameIconAndLook() throws Exception {
        Frame window = WindowManager.getDefault().getMainWindow();
        long end = System.currentTimeMillis() + 60_000;
        while (!window.isShowing() && System.currentTimeMillis() < end) {
            Thread.sleep(50);
        }
        assertTrue("the window shows", window.isShowing());
        String[] title = new String[1];
        SwingUtilities.invokeAndWait(() -> title[0] = window.getTitle());
        assertTrue("title: " + title[0], title[0].startsWith("Tessera"));
        assertTrue(
                "look: " + UIManager.getLookAndFeel(),
                UIManager.getLookAndFeel().getName().contains("FlatLaf Light"));
        List<java.awt.Image> icons = window.getIconImages();
        assertFalse("icons", icons.isEmpty());
        screenshot("window");
    }

    private static void screenshot(String name) throws Exception {
        Thread.sleep(1500);
        BufferedImage picture = new Robot()
                .createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize()));
        File folder = new File(System.getProperty("tessera.screenshots", "target/screenshots"));
        assertTrue(folder.isDirectory() || folder.mkdirs());
        assertTrue(ImageIO.write(picture, "png", new File(folder, name + ".png")));
    }
}
