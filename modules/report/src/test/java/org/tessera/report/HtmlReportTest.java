// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tessera.engine.cluster.Labels;
import org.tessera.engine.image.GrayImage;
import org.tessera.engine.image.GrayImageReader;
import org.tessera.engine.image.ImageFile;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.score.ScoreName;
import org.tessera.engine.score.Scores;
import org.tessera.engine.statistic.StatisticSet;
import org.tessera.engine.task.Monitor;
import org.tessera.store.ImageSetRecord;
import org.tessera.store.NewRun;
import org.tessera.store.Placement;
import org.tessera.store.Provenance;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;
import org.tessera.store.StoreLocation;
import org.tessera.store.StoredImage;

class HtmlReportTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-24T12:00:00Z"), ZoneOffset.UTC);

    /** What a person or a file may be called: markup, quotes, right to left, no space for a page's width, forbidden in XML. */
    private static final String ODD = "<script>\"x\"</script> \\ } ' שלום مرحبا \u0001 " + "long".repeat(35);

    @TempDir
    Path folder;

    private Store store;
    private RunRecord run;

    @BeforeEach
    void record() throws IOException {
        store = Store.open(StoreLocation.parse(folder.resolve("s").toString()));
        Path images = Files.createDirectory(folder.resolve("it's <my> images"));
        Path file = images.resolve("a&b.tif");
        short[] pixels = new short[64];
        pixels[3] = 500;
        PictureFiles.writeTiff(new GrayImage(8, 8, 16, pixels), file);
        run = recorded(
                new Placement("P", "E", "<script>alert(1)</script>", "a note & more", List.of()), "set <1>", "k");
    }

    private RunRecord recorded(Placement placement, String set, String key) {
        return recorded(placement, set, key, List.of("std"));
    }

    private RunRecord recorded(Placement placement, String set, String key, List<String> statistics) {
        ImageFile image = new ImageFile(folder.resolve("it's <my> images/a&b.tif"), "a&b.tif");
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("grid", "2x2");
        parameters.put("clusters", 2L);
        parameters.put("statistics", statistics);
        parameters.put("standardize", true);
        parameters.put("pca", false);
        parameters.put("pca_components", null);
        parameters.put("algorithm", "kmeans");
        parameters.put("restarts", 20L);
        parameters.put("seed", 42L);
        return store.requireRun(store.record(new NewRun(
                UUID.randomUUID(),
                placement,
                new ImageSetRecord(
                        ImageSetRecord.Kind.IMAGES,
                        set,
                        key,
                        1,
                        1,
                        List.of(new StoredImage(
                                new GrayImageReader()
                                        .read(image, Monitor.none())
                                        .info(),
                                0))),
                null,
                CLOCK.instant(),
                CLOCK.instant(),
                parameters,
                42L,
                Labels.canonical(new int[] {0, 0, 0, 1}),
                null,
                new Scores(Map.of(ScoreName.SILHOUETTE, 0.5)),
                List.of(),
                List.of(),
                Map.of(),
                null,
                Map.of(),
                new NewRun.Keys(key, "f", "l"),
                new Provenance("1", "1.0", "Java", "Linux"))));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void everythingIsEscapedAndNothingIsFetched() {
        String html = render();

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;alert(1)&lt;/script&gt;");
        assertThat(html).contains("a note &amp; more", "set &lt;1&gt;", "a&amp;b.tif");
        assertThat(Pattern.compile("(src|href)\\s*=\\s*[\"'](?!data:|#)|url\\(|@import")
                        .matcher(html)
                        .find())
                .as("a request to anywhere")
                .isFalse();
        assertThat(html).contains("data:image/png;base64,");
    }

    @Test
    void theReportHasFingerprintsSeedMethodsAndTheCommandThatRepeatsTheRun() {
        String html = render();

        StoredImage image = store.imageSet(run.imageSet()).images().get(0);
        assertThat(html).contains(image.info().fileSha256(), image.info().pixelSha256());
        assertThat(html)
                .contains("One statistic of each slice (std) was standardised to z-scores")
                .contains("seed 42");
        assertThat(html).contains("24 November 2026").contains("Degenerate").contains("1 slice (25.0 %)");
        assertThat(Commands.run(run, store.imageSet(run.imageSet())))
                .startsWith("tessera run --images '")
                .contains("it'\\''s <my> images'")
                .contains("--grid 2x2", "--clusters 2", "--statistics std", "--no-pca", "--seed 42");
    }

    @Test
    void namesTagsAndNotesThatHoldAnythingHarmNothingAndAreAllThere() throws IOException {
        List<String> statistics = StatisticSet.BUILT_IN.parse("all");
        RunRecord odd = recorded(
                new Placement(ODD, ODD, ODD, ODD, List.of(ODD.substring(0, 99), "b")), ODD, "other", statistics);
        ReportContents contents = ReportContents.of(ODD, List.of(odd, run));

        String html = new HtmlReport(store, CLOCK).render(contents, Monitor.none());
        byte[] pdf = new PdfReport(store, CLOCK).render(contents, Monitor.none());

        assertThat(html).doesNotContain("<script").contains("&lt;script&gt;&quot;x&quot;&lt;/script&gt;");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            long times = Pattern.compile("long")
                    .matcher(text.replaceAll("\\s", ""))
                    .results()
                    .count();
            assertThat(times)
                    .as("35 in title, project, experiment, name, note and image set each, broken into lines")
                    .isGreaterThanOrEqualTo(6 * 35);
            assertThat(text.replaceAll("\\s+", " "))
                    .as("a long value is told below its table")
                    .contains("(1): " + String.join(", ", statistics) + ".");
            for (PDPage page : document.getPages()) {
                assertThat(beyond(document, page))
                        .as("text beyond the page's edges")
                        .isEmpty();
            }
        }
    }

    /** The letters that lie, if only in part, outside a page. */
    private static String beyond(PDDocument document, PDPage page) throws IOException {
        StringBuilder beyond = new StringBuilder();
        PDFTextStripper stripper = new PDFTextStripper() {
            @Override
            protected void processTextPosition(TextPosition letter) {
                float right = letter.getXDirAdj() + letter.getWidthDirAdj();
                if (letter.getXDirAdj() < 0 || right > page.getMediaBox().getWidth()) {
                    beyond.append(letter.getUnicode());
                }
            }
        };
        int number = document.getPages().indexOf(page) + 1;
        stripper.setStartPage(number);
        stripper.setEndPage(number);
        stripper.getText(document);
        return beyond.toString();
    }

    @Test
    void theMosaicOfAnImageSetIsInAReportOnceForAllItsRuns() throws IOException {
        ReportContents twice = ReportContents.of("T", List.of(run, run));

        String html = new HtmlReport(store, CLOCK).render(twice, Monitor.none());
        byte[] pdf = new PdfReport(store, CLOCK).render(twice, Monitor.none());

        assertThat(html.split("data:image/png", -1)).hasSize(2);
        assertThat(html.split("href=\"#mosaic-0\"", -1))
                .as("mosaic and heatmap of either")
                .hasSize(5);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            long pictures = document.getDocument().getObjectsByType(COSName.XOBJECT).stream()
                    .filter(object -> object.getObject() instanceof COSStream stream
                            && COSName.IMAGE.equals(stream.getCOSName(COSName.SUBTYPE)))
                    .count();
            assertThat(pictures).isEqualTo(1);
        }
    }

    @Test
    void aHeatmapOnPaperHasTheColoursOfItsClusters() throws IOException {
        byte[] pdf = new PdfReport(store, CLOCK).render(ReportContents.of("T", List.of(run)), Monitor.none());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            BufferedImage page = new PDFRenderer(document).renderImageWithDPI(0, 72);
            long coloured = IntStream.range(0, page.getWidth() * page.getHeight())
                    .filter(i -> saturation(page.getRGB(i % page.getWidth(), i / page.getWidth())) > 0.1)
                    .count();
            assertThat(coloured / (double) (page.getWidth() * page.getHeight()))
                    .as("share of the page that is coloured")
                    .isBetween(0.05, 0.2);
        }
    }

    private static float saturation(int rgb) {
        return Color.RGBtoHSB(rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255, null)[1];
    }

    @Test
    void anImageThatIsGoneLeavesAReportThatSaysSo() throws IOException {
        Files.delete(
                store.imageSet(run.imageSet()).images().get(0).info().file().path());

        assertThat(render()).contains("No heatmap: Cannot read").contains("Runs compared");
    }

    private String render() {
        return new HtmlReport(store, CLOCK).render(ReportContents.of("T", List.of(run)), Monitor.none());
    }

    @Test
    void pagesHaveTheirFontsNumbersAndSelectableTextWhateverIsInIt() throws IOException {
        byte[] pdf = new PdfReport(store, CLOCK)
                .render(
                        new ReportContents(
                                ODD, List.of(run), List.of(run), List.of("a remark with " + ODD), ReportSection.ALL),
                        Monitor.none());

        try (PDDocument document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("<script>\"x\"</script>", "<script>alert(1)</script>", "a note & more", "שלום")
                    .contains("1 / " + document.getNumberOfPages(), "set <1>", "a&b.tif");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    assertThat(page.getResources().getFont(name).isEmbedded())
                            .as(name.getName())
                            .isTrue();
                }
            }
        }
    }
}
