// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.workbench.ui;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.jspecify.annotations.Nullable;
import org.openide.DialogDisplayer;
import org.openide.NotifyDescriptor;
import org.openide.windows.WindowManager;

/** Asks the user for a line of text or a file. Event thread only. */
public final class Ask {
    private Ask() {}

    /** What the user types in place of a text; empty if it is called off. */
    public static Optional<String> line(String title, String label, @Nullable String text) {
        NotifyDescriptor.InputLine line = new NotifyDescriptor.InputLine(label, title);
        line.setInputText(text == null ? "" : text);
        return DialogDisplayer.getDefault().notify(line) == NotifyDescriptor.OK_OPTION
                ? Optional.of(line.getInputText())
                : Optional.empty();
    }

    /**
     * The file that the user chooses to write; empty if it is called off. One that is there is asked about.
     *
     * @param what is written, as the kind of file is called
     * @param name offered, without its ending
     * @param ending that the name gets if it has another
     */
    public static Optional<Path> file(String what, String name, String ending) {
        JFileChooser chooser = new JFileChooser();
        chooser.setDialogTitle(what);
        chooser.setFileFilter(new FileNameExtensionFilter(what, ending));
        chooser.setSelectedFile(new File(name + "." + ending));
        if (chooser.showSaveDialog(WindowManager.getDefault().getMainWindow()) != JFileChooser.APPROVE_OPTION) {
            return Optional.empty();
        }
        Path chosen = chooser.getSelectedFile().toPath();
        Path file = chosen.toString().toLowerCase(Locale.ROOT).endsWith("." + ending)
                ? chosen
                : chosen.resolveSibling(chosen.getFileName() + "." + ending);
        return !Files.exists(file) || sure("Replace " + file.getFileName() + "?", "It is there already.")
                ? Optional.of(file)
                : Optional.empty();
    }

    private static boolean sure(String question, String why) {
        NotifyDescriptor.Confirmation asked =
                new NotifyDescriptor.Confirmation(why, question, NotifyDescriptor.OK_CANCEL_OPTION);
        return DialogDisplayer.getDefault().notify(asked) == NotifyDescriptor.OK_OPTION;
    }
}
