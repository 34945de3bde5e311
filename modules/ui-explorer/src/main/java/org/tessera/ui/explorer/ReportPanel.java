// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.awt.GridLayout;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.tessera.report.ReportContents;
import org.tessera.report.ReportSection;
import org.tessera.store.RunRecord;

/** What a report is called and what is in it. Event thread only. */
final class ReportPanel extends JPanel {
    private static final long serialVersionUID = 1L;
    private static final Map<ReportSection, String> WORDS = new EnumMap<>(Map.of(
            ReportSection.RUNS, "Each run with heatmap, methods and command",
            ReportSection.PLOTS, "Scores over parameters",
            ReportSection.SUMMARY, "All runs in one table",
            ReportSection.DIFFERENCES, "Parameters that differ",
            ReportSection.AGREEMENT, "Agreement",
            ReportSection.TRUTH, "Ground truth",
            ReportSection.STABILITY, "Stability",
            ReportSection.IMAGES, "Images with their fingerprints"));

    private final JTextField title = new JTextField(34);
    private final Map<ReportSection, JCheckBox> boxes = new EnumMap<>(ReportSection.class);

    ReportPanel(String suggested) {
        super(new GridLayout(0, 1, 0, 2));
        setBorder(BorderFactory.createEmptyBorder(24, 24, 12, 24));
        title.setName("report.title");
        title.setText(suggested);
        JLabel label = new JLabel("Title");
        label.setLabelFor(title);
        add(label);
        add(title);
        add(new JLabel("Sections, where there is something to show"));
        for (ReportSection section : ReportSection.values()) {
            JCheckBox box = new JCheckBox(WORDS.get(section), true);
            box.setName("report." + section.id());
            boxes.put(section, box);
            add(box);
        }
    }

    /** What is chosen of the runs. */
    ReportContents contents(List<RunRecord> runs) {
        Set<ReportSection> sections = EnumSet.noneOf(ReportSection.class);
        boxes.forEach((section, box) -> {
            if (box.isSelected()) {
                sections.add(section);
            }
        });
        String text = title.getText().isBlank()
                ? RunFile.title(runs)
                : title.getText().strip();
        return new ReportContents(text, runs, runs, List.of(), sections);
    }

    /** Asks; empty if it is called off. */
    static Optional<ReportContents> ask(List<RunRecord> runs) {
        ReportPanel panel = new ReportPanel(RunFile.title(runs));
        DialogDescriptor dialog = new DialogDescriptor(panel, "Report");
        return DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION
                ? Optional.of(panel.contents(runs))
                : Optional.empty();
    }
}
