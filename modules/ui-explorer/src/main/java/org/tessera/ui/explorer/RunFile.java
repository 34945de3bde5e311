// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.tessera.charts.Heatmap;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.Monitor;
import org.tessera.report.HtmlReport;
import org.tessera.report.PdfReport;
import org.tessera.report.ReportContents;
import org.tessera.report.RunExport;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** What can be written of runs to a file. Any thread but the event thread. */
enum RunFile {
    /** Every slice and its cluster. */
    LABELS("Labels as CSV", "csv", false) {
        @Override
        void write(Store store, ReportContents of, Path file, Monitor monitor) {
            PictureFiles.write(
                    new RunExport(store).labelsCsv(of.shown().get(0)).getBytes(StandardCharsets.UTF_8), file);
        }
    },
    /** The clusters over the mosaic. */
    HEATMAP("Heatmap as PNG", "png", false) {
        @Override
        void write(Store store, ReportContents of, Path file, Monitor monitor) {
            PictureFiles.writePng(heatmap(store, of.shown().get(0)).picture(), file);
        }
    },
    /** The same as a drawing. */
    DRAWING("Heatmap as SVG", "svg", false) {
        @Override
        void write(Store store, ReportContents of, Path file, Monitor monitor) {
            PictureFiles.write(heatmap(store, of.shown().get(0)).svg().getBytes(StandardCharsets.UTF_8), file);
        }
    },
    /** Their heatmaps, scores and plots as a page. */
    REPORT("Report as HTML", "html", true) {
        @Override
        void write(Store store, ReportContents of, Path file, Monitor monitor) {
            String page = new HtmlReport(store, Clock.system(ZoneId.systemDefault())).render(of, monitor);
            PictureFiles.write(page.getBytes(StandardCharsets.UTF_8), file);
        }
    },
    /** The same as pages. */
    PAGES("Report as PDF", "pdf", true) {
        @Override
        void write(Store store, ReportContents of, Path file, Monitor monitor) {
            PictureFiles.write(new PdfReport(store, Clock.system(ZoneId.systemDefault())).render(of, monitor), file);
        }
    },
    /** Everything of them, to be imported elsewhere. */
    BUNDLE("Bundle", "tessera", true) {
        @Override
        void write(Store store, ReportContents of, Path file, Monitor monitor) {
            store.bundles().write(of.shown().stream().map(RunRecord::id).toList(), file, Instant.now(), monitor);
        }
    };

    private static final int LONGEST_SIDE = 4000;

    private final String label;
    private final String ending;
    private final boolean several;

    RunFile(String label, String ending, boolean several) {
        this.label = label;
        this.ending = ending;
        this.several = several;
    }

    /** @param of the runs; only a report has use for the rest */
    abstract void write(Store store, ReportContents of, Path file, Monitor monitor);

    /** Whether it is a report, whose title and sections are chosen. */
    boolean report() {
        return this == REPORT || this == PAGES;
    }

    /** What a report is called if nothing is said. */
    static String title(List<RunRecord> runs) {
        return runs.size() == 1 ? "Run " + runs.get(0).id() : runs.size() + " runs";
    }

    private static Heatmap heatmap(Store store, RunRecord run) {
        return new RunExport(store).heatmap(run, LONGEST_SIDE, Heatmap.DEFAULT_OPACITY);
    }

    String label() {
        return label;
    }

    /** Of the file's name. */
    String ending() {
        return ending;
    }

    /** Whether one file holds several runs. */
    boolean several() {
        return several;
    }
}
