// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import com.openhtmltopdf.extend.FSObjectDrawer;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.render.DefaultObjectDrawerFactory;
import com.openhtmltopdf.render.RenderingContext;
import com.openhtmltopdf.util.XRLog;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DLosslessImageEncoder;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.LinePlot;
import org.tessera.charts.MosaicPicture;
import org.tessera.engine.task.Monitor;
import org.tessera.store.Store;
import org.w3c.dom.Element;

/** The report of {@link HtmlReport} as pages: A4, numbered, with its fonts, plots as vector graphics. */
public final class PdfReport {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    /** Half a page across at some 300 dots an inch. */
    private static final int LONGEST_SIDE = 1024;

    private final HtmlReport html;

    /**
     * A maker of reports.
     *
     * @param store where the runs are
     * @param clock for the date on the first page
     */
    public PdfReport(Store store, Clock clock) {
        this.html = new HtmlReport(store, clock);
    }

    /** The report. */
    public byte[] render(ReportContents contents, Monitor monitor) {
        XRLog.setLoggingEnabled(false);
        ReportPictures pictures = html.pictures(LONGEST_SIDE);
        List<LinePlot> curves = ReportModel.curves(contents.compared());
        String page = html.paper(pictures, curves.size(), contents, monitor.part(0, 0.6));
        monitor.check();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.useFont(() -> font("DejaVuSansCondensed.ttf"), "Body", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "Body", 500, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "Body", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansMono.ttf"), "Code", 400, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(drawers(curves, pictures));
        // what a page shows is in it: nothing is asked of anywhere
        builder.useExternalResourceAccessControl(
                (uri, kind) -> uri.startsWith("data:"), ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
        builder.withHtmlContent(legal(page), null);
        builder.withProducer("Tessera");
        builder.toStream(out);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** Without the characters that no XML may have, which a name or note may hold. */
    private static String legal(String page) {
        StringBuilder legal = new StringBuilder(page.length());
        page.codePoints()
                .filter(c -> c == '\t'
                        || c == '\n'
                        || c == '\r'
                        || (c >= 0x20 && c <= 0xD7FF)
                        || (c >= 0xE000 && c <= 0xFFFD)
                        || c >= 0x10000)
                .forEach(legal::appendCodePoint);
        return legal.toString();
    }

    private static InputStream font(String name) {
        return Objects.requireNonNull(PdfReport.class.getResourceAsStream(FONTS + name), name);
    }

    private static DefaultObjectDrawerFactory drawers(List<LinePlot> curves, ReportPictures pictures) {
        Drawings plots = new Drawings(curves.stream()
                .map(plot -> new Drawing(
                        HtmlReport.PLOT_WIDTH,
                        HtmlReport.PLOT_HEIGHT,
                        graphics -> plot.draw(graphics, HtmlReport.PLOT_WIDTH, HtmlReport.PLOT_HEIGHT)))
                .toList());
        // one encoder, so that a mosaic is in the file once for all that is drawn over it
        PdfBoxGraphics2DLosslessImageEncoder encoder = new PdfBoxGraphics2DLosslessImageEncoder();
        Drawings mosaics = new Drawings(pictures.mosaics().stream()
                .map(mosaic -> Drawing.of(mosaic, encoder, graphics -> graphics.drawImage(mosaic.image(), 0, 0, null)))
                .toList());
        Drawings heatmaps = new Drawings(pictures.heatmaps().stream()
                .map(heatmap -> Drawing.of(heatmap.mosaic(), encoder, heatmap::draw))
                .toList());
        DefaultObjectDrawerFactory drawers = new DefaultObjectDrawerFactory();
        drawers.registerDrawer("tessera/plot", plots);
        drawers.registerDrawer("tessera/mosaic", mosaics);
        drawers.registerDrawer("tessera/heatmap", heatmaps);
        return drawers;
    }

    /** Something drawn at the origin in units of its own. */
    private record Drawing(double width, double height, Consumer<Graphics2D> paint) {
        static Drawing of(
                MosaicPicture mosaic, PdfBoxGraphics2DLosslessImageEncoder encoder, Consumer<Graphics2D> paint) {
            return new Drawing(mosaic.image().getWidth(), mosaic.image().getHeight(), graphics -> {
                ((PdfBoxGraphics2D) graphics).setImageEncoder(encoder);
                paint.accept(graphics);
            });
        }
    }

    /** Draws where the page has room for it. */
    private record Drawings(List<Drawing> drawings) implements FSObjectDrawer {
        @Override
        public @Nullable Map<Shape, String> drawObject(
                Element element,
                double x,
                double y,
                double width,
                double height,
                OutputDevice device,
                RenderingContext context,
                int dotsPerPixel) {
            Drawing drawing = drawings.get(Integer.parseInt(element.getAttribute("data-place")));
            float wide = (float) width / dotsPerPixel;
            float high = (float) height / dotsPerPixel;
            device.drawWithGraphics((float) x, (float) y, wide, high, graphics -> {
                graphics.scale(wide / drawing.width(), high / drawing.height());
                drawing.paint().accept(graphics);
            });
            return null;
        }
    }
}
