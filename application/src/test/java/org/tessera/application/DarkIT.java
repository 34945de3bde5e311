// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.application;

import java.nio.file.Path;
import javax.swing.UIManager;
import junit.framework.Test;
import org.netbeans.junit.NbModuleSuite;
import org.netbeans.junit.NbTestCase;

/** The window in the dark theme. */
public class DarkIT extends NbTestCase {
    public DarkIT(String name) {
        super(name);
    }

    public static Test suite() throws Exception {
        Path folder = Distribution.folder("dark");
        Distribution.run("demo", "--out", folder.toString(), "--no-window");
        System.setProperty("tessera.store", folder.resolve("tessera.mv.db").toString());
        System.setProperty("tessera.theme", "dark");
        return NbModuleSuite.createConfiguration(DarkIT.class)
                .gui(true)
                .enableClasspathModules(false)
                .clusters(".*")
                .suite();
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
