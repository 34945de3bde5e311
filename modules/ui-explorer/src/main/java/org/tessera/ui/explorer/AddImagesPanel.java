// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.BorderLayout;
import java.awt.Dimension;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.tessera.engine.image.ImageScanner;
import org.tessera.store.Placement;
import org.tessera.workbench.session.SessionState;
import org.tessera.workbench.ui.Colours;
import org.tessera.workbench.ui.Form;

/** What images to add, and where. Event thread only. */
final class AddImagesPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final int WIDTH = 460;

    private final JComboBox<String> project = new JComboBox<>();
    private final JTextField folder = new JTextField(30);
    private final JTextField pattern = new JTextField(ImageScanner.DEFAULT_PATTERN);
    private final JTextField mosaic = new JTextField("auto");
    private final JLabel problem = new JLabel(" ");
    private transient Consumer<Boolean> valid = ok -> {};

    AddImagesPanel(SessionState state) {
        super(new BorderLayout());
        project.setName("images.project");
        folder.setName("images.folder");
        pattern.setName("images.pattern");
        mosaic.setName("images.mosaic");
        project.setEditable(true);
        state.snapshot().projects().forEach(project::addItem);
        project.setSelectedItem(
                state.selectedImageSet().map(entry -> entry.project()).orElse(Placement.DEFAULT_PROJECT));
        JButton browse = new JButton("Browse…");
        browse.addActionListener(e -> browse());
        folder.getDocument().addDocumentListener(new DocumentListener() {
            @Override
            public void insertUpdate(DocumentEvent e) {
                check();
            }

            @Override
            public void removeUpdate(DocumentEvent e) {
                check();
            }

            @Override
            public void changedUpdate(DocumentEvent e) {
                check();
            }
        });
        pattern.setToolTipText("Which files of the folder: " + ImageScanner.DEFAULT_PATTERN + " takes all images");
        mosaic.setToolTipText("Rows x columns such as 2x3; auto reads them from names such as Tile_002-003.tif");
        problem.setForeground(Colours.SECONDARY.get());
        add(new Form()
                .row("Folder", folder, browse)
                .row("Files", pattern)
                .row("Mosaic", mosaic)
                .row("Project", project)
                .wide(problem)
                .build());
        setBorder(BorderFactory.createEmptyBorder(16, 12, 8, 12));
        setPreferredSize(new Dimension(WIDTH, 160));
    }

    /** Who is told whether what is entered can be added. */
    void onValid(Consumer<Boolean> listener) {
        valid = listener;
        check();
    }

    private void browse() {
        JFileChooser chooser = new JFileChooser(folder.getText());
        chooser.setDialogTitle("Folder of images");
        chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
        if (chooser.showOpenDialog(this) == JFileChooser.APPROVE_OPTION) {
            folder.setText(chooser.getSelectedFile().toString());
        }
    }

    private void check() {
        String sentence = "Choose the folder that holds the tiles of one mosaic.";
        boolean ok = false;
        if (!folder.getText().isBlank()) {
            try {
                ok = Files.exists(Path.of(folder.getText().strip()));
                sentence = ok ? " " : "There is no such folder or file.";
            } catch (InvalidPathException e) {
                sentence = "This is not a path.";
            }
        }
        problem.setText(sentence);
        valid.accept(ok);
    }

    List<Path> sources() {
        return List.of(Path.of(folder.getText().strip()));
    }

    String pattern() {
        return pattern.getText().strip();
    }

    String mosaic() {
        return mosaic.getText().strip();
    }

    String project() {
        Object named = project.getEditor().getItem();
        String name = named == null ? "" : named.toString().strip();
        return name.isEmpty() ? Placement.DEFAULT_PROJECT : name;
    }
}
