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
import javax.swing.ButtonGroup;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import javax.swing.JTextField;
import org.openide.DialogDescriptor;
import org.openide.DialogDisplayer;
import org.tessera.report.ReportContents;
import org.tessera.report.ReportSection;

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

    private static final String BEST = "The best run with heatmap, methods and command";

    private final JTextField title = new JTextField(34);
    private final JRadioButton pages = new JRadioButton("PDF, to print or send", true);
    private final JRadioButton page = new JRadioButton("HTML, to open in a browser");
    private final Map<ReportSection, JCheckBox> boxes = new EnumMap<>(ReportSection.class);
    private final transient ReportContents suggested;

    private ReportPanel(ReportContents suggested) {
        super(new GridLayout(0, 1, 0, 2));
        this.suggested = suggested;
        setBorder(BorderFactory.createEmptyBorder(24, 24, 12, 24));
        title.setName("report.title");
        title.setText(suggested.title());
        JLabel label = new JLabel("Title");
        label.setLabelFor(title);
        add(label);
        add(title);
        ButtonGroup kinds = new ButtonGroup();
        for (JRadioButton button : List.of(pages, page)) {
            kinds.add(button);
            add(button);
        }
        pages.setName("report.pdf");
        page.setName("report.html");
        add(new JLabel("Sections, where there is something to show"));
        for (ReportSection section : ReportSection.values()) {
            boolean best = section == ReportSection.RUNS
                    && suggested.shown().size() < suggested.compared().size();
            JCheckBox box = new JCheckBox(best ? BEST : WORDS.get(section), true);
            box.setName("report." + section.id());
            boxes.put(section, box);
            add(box);
        }
    }

    /**
     * What is wanted.
     *
     * @param kind of file
     */
    record Wanted(RunFile kind, ReportContents contents) {}

    private Wanted wanted() {
        Set<ReportSection> sections = EnumSet.noneOf(ReportSection.class);
        boxes.forEach((section, box) -> {
            if (box.isSelected()) {
                sections.add(section);
            }
        });
        String text =
                title.getText().isBlank() ? suggested.title() : title.getText().strip();
        return new Wanted(pages.isSelected() ? RunFile.PAGES : RunFile.REPORT, suggested.entitled(text, sections));
    }

    /** Asks; empty if it is called off. */
    static Optional<Wanted> ask(ReportContents suggested) {
        ReportPanel panel = new ReportPanel(suggested);
        DialogDescriptor dialog = new DialogDescriptor(panel, "Report");
        return DialogDisplayer.getDefault().notify(dialog) == DialogDescriptor.OK_OPTION
                ? Optional.of(panel.wanted())
                : Optional.empty();
    }
}
