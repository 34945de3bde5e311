// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.viewer;

import java.awt.Image;
import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.Transferable;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.function.Consumer;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.ProblemException;
import org.tessera.workbench.Workbench;
import org.tessera.workbench.task.Outcome;
import org.tessera.workbench.ui.Ask;

/** Copies and saves the picture as it is shown. Event thread only. */
final class PictureMenu {
    private static final int SVG_PIXELS = 2;

    private PictureMenu() {}

    /**
     * The menu.
     *
     * @param shot what is shown
     */
    static JMenu of(Workbench workbench, Shot shot) {
        JMenu menu = new JMenu("Picture as shown");
        menu.setName("viewer.picture.menu");
        item(menu, "copy", "Copy", () -> Toolkit.getDefaultToolkit()
                .getSystemClipboard()
                .setContents(new Picture(shot.picture(1)), null));
        for (int factor : new int[] {1, 2, 4}) {
            String text = factor == 1 ? "Save as PNG…" : "Save as PNG, " + factor + " × the pixels…";
            item(
                    menu,
                    "save" + factor,
                    text,
                    () -> save(
                            workbench,
                            shot,
                            factor,
                            "png",
                            "PNG picture",
                            file -> PictureFiles.writePng(shot.picture(factor), file)));
        }
        item(
                menu,
                "svg",
                "Save as SVG…",
                () -> save(
                        workbench,
                        shot,
                        SVG_PIXELS,
                        "svg",
                        "SVG drawing",
                        file -> PictureFiles.write(shot.svg(SVG_PIXELS).getBytes(StandardCharsets.UTF_8), file)));
        return menu;
    }

    private static void item(JMenu menu, String name, String text, Runnable action) {
        JMenuItem item = new JMenuItem(text);
        item.setName("viewer.picture." + name);
        item.addActionListener(e -> action.run());
        menu.add(item);
    }

    private static void save(
            Workbench workbench, Shot shot, int factor, String ending, String kind, Consumer<Path> write) {
        Ask.file(kind, "heatmap", ending).ifPresent(file -> workbench
                .tasks()
                .start(
                        "Saving " + file.getFileName(),
                        monitor -> {
                            shot.load(factor, monitor);
                            write.accept(file);
                            return file;
                        },
                        outcome -> {
                            if (outcome instanceof Outcome.Failed<Path> failed) {
                                workbench.tell(new ProblemException(failed.message()));
                            }
                        }));
    }

    /** A picture on the clipboard. */
    private record Picture(BufferedImage picture) implements Transferable {
        @Override
        public DataFlavor[] getTransferDataFlavors() {
            return new DataFlavor[] {DataFlavor.imageFlavor};
        }

        @Override
        public boolean isDataFlavorSupported(DataFlavor flavor) {
            return DataFlavor.imageFlavor.equals(flavor);
        }

        @Override
        public Image getTransferData(DataFlavor flavor) throws UnsupportedFlavorException {
            if (!isDataFlavorSupported(flavor)) {
                throw new UnsupportedFlavorException(flavor);
            }
            return picture;
        }
    }
}
