// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.nio.file.Path;
import javax.swing.UIManager;
import junit.framework.Test;
import org.netbeans.junit.NbTestCase;

/** The window in the dark theme. */
public class DarkIT extends NbTestCase {
    public DarkIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path folder = Distribution.demo("dark");
        return Distribution.window(DarkIT.class, folder.resolve("tessera.mv.db"), "dark");
    }

    public void testTheDarkThemeIsDarkAllOver() throws Exception {
        Screen screen = Screen.open();
        Screen.await("a run is shown", () -> screen.text("viewer.title").startsWith("Run "));
        assertTrue(UIManager.getLookAndFeel().getName().contains("FlatLaf Dark"));
        for (String key :
                new String[] {"Panel.background", "Tree.background", "MenuBar.background", "ViewTab.background"}) {
            assertTrue(
                    key + " " + UIManager.getColor(key), UIManager.getColor(key).getRed() < 0x40);
        }
        screen.screenshot("workbench-dark");
    }
}
