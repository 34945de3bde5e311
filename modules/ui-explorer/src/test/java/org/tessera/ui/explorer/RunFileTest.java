// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.explorer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.tessera.engine.task.Monitor;
import org.tessera.report.ReportContents;
import org.tessera.report.ReportSection;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.ui.testing.Bench;

class RunFileTest extends ExplorerBench {
    @Test
    void aRunIsWrittenToFilesAndSeveralIntoABundle() throws IOException {
        bench.withTiles("tiles", 2).withRun(6, 2).withRun(8, 2);
        ExplorerNode first = screen.find("run:1");
        presenter.selected(first, List.of(first));
        Path labels = folder.resolve("labels.csv");
        Path heatmap = folder.resolve("heatmap.png");
        Path bundle = folder.resolve("both.tessera");

        presenter.export(RunFile.LABELS, labels);
        presenter.export(RunFile.HEATMAP, heatmap);
        presenter.export(RunFile.DRAWING, folder.resolve("heatmap.svg"));
        presenter.selected(first, List.of(first, screen.find("run:2")));
        presenter.export(RunFile.BUNDLE, bundle);
        presenter.export(RunFile.REPORT, folder.resolve("report.html"));
        presenter.export(
                RunFile.REPORT,
                new ReportContents(
                        "Only agreement",
                        presenter.chosen(),
                        presenter.chosen(),
                        List.of(),
                        Set.of(ReportSection.AGREEMENT)),
                folder.resolve("short.html"));
        bench.settle();

        assertThat(screen.written).hasSize(6).startsWith(labels, heatmap);
        assertThat(Files.readAllLines(labels)).hasSize(73).startsWith("image,row,column,label");
        assertThat(ImageIO.read(heatmap.toFile()).getWidth()).isEqualTo(2 * Bench.TILE);
        assertThat(folder.resolve("report.html")).content().contains("<title>2 runs", "Run 2");
        assertThat(folder.resolve("short.html"))
                .content()
                .contains("<title>Only agreement", "<h2>Agreement")
                .doesNotContain("<h2>Run", "<h2>Images");
        assertThat(folder.resolve("heatmap.svg")).content().contains("<svg");
        try (Store other =
                Store.open(StoreLocation.parse(folder.resolve("other").toString()))) {
            other.bundles().read(bundle, Instant.EPOCH, Monitor.none());
            assertThat(other.runs()).hasSize(2);
        }
        presenter.export(RunFile.LABELS, labels.resolve("x.csv"));
        bench.settle();
        assertThat(bench.problems()).hasSize(1);
        assertThat(screen.written).as("what could not be written is not").hasSize(6);
        assertThat(presenter.folder(screen.find("image_set:1")))
                .contains(folder.resolve("tiles").toAbsolutePath());
    }
}
