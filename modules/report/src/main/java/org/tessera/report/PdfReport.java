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
import java.awt.Shape;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tessera.charts.LinePlot;
import org.tessera.engine.task.Monitor;
import org.tessera.store.Store;
import org.w3c.dom.Element;

/** The report of {@link HtmlReport} as pages: A4, numbered, with its fonts, plots as vector graphics. */
public final class PdfReport {
    private static final String FONTS = "/net/sf/jasperreports/fonts/dejavu/";
    private static final String PLOT = "tessera/plot";
    private static final int PLOT_WIDTH = 520;
    /** Half a page across at some 240 dots an inch. */
    private static final int LONGEST_SIDE = 800;

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
        ReportModel parts = html.parts(LONGEST_SIDE);
        List<LinePlot> curves = parts.curves(contents.compared());
        String page = html.page(parts, contents, Collections.nCopies(curves.size(), ""), true, monitor.part(0, 0.6));
        monitor.check();
        DefaultObjectDrawerFactory objects = new DefaultObjectDrawerFactory();
        objects.registerDrawer(PLOT, new Plots(curves));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useUnicodeBidiSplitter(RightToLeft.Splitter::new);
        builder.useUnicodeBidiReorderer(new RightToLeft());
        builder.useFont(() -> font("DejaVuSansCondensed.ttf"), "Body", 400, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "Body", 500, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansCondensed-Bold.ttf"), "Body", 700, FontStyle.NORMAL, true);
        builder.useFont(() -> font("DejaVuSansMono.ttf"), "Code", 400, FontStyle.NORMAL, true);
        builder.useObjectDrawerFactory(objects);
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

    /** Draws the plots where the page has room for them. */
    private record Plots(List<LinePlot> plots) implements FSObjectDrawer {
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
            LinePlot plot = plots.get(Integer.parseInt(element.getAttribute("data-place")));
            double scale = width / dotsPerPixel / PLOT_WIDTH;
            device.drawWithGraphics(
                    (float) x, (float) y, (float) width / dotsPerPixel, (float) height / dotsPerPixel, graphics -> {
                        graphics.scale(scale, scale);
                        plot.draw(graphics, PLOT_WIDTH, (int) Math.round(height / width * PLOT_WIDTH));
                    });
            return null;
        }
    }
}
