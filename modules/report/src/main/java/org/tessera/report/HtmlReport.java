// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.report;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tessera.engine.image.PictureFiles;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** Runs as one HTML file that needs nothing else: pictures embedded, plots as SVG, no request to anywhere. */
public final class HtmlReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private static final int LONGEST_SIDE = 1400;

    private final Store store;
    private final Clock clock;

    /**
     * A maker of reports.
     *
     * @param store where the runs are
     * @param clock for the date on the page
     */
    public HtmlReport(Store store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * The report.
     *
     * @param title at the top
     * @param shown runs with heatmap and details, 1 or more
     * @param compared runs for the table and the plots; {@code shown} are among them or not
     * @param remarks sentences below the title
     */
    public String render(
            String title, List<RunRecord> shown, List<RunRecord> compared, List<String> remarks, Monitor monitor) {
        ReportModel parts = parts(LONGEST_SIDE);
        return page(parts, title, shown, compared, remarks, parts.plots(compared), false, monitor);
    }

    /** @param longestSide the most pixels of a picture's longer side */
    ReportModel parts(int longestSide) {
        return new ReportModel(
                store,
                picture -> "data:image/png;base64," + Base64.getEncoder().encodeToString(PictureFiles.png(picture)),
                longestSide);
    }

    /** @param paper whether it is for pages, on which {@code plots} are only counted */
    String page(
            ReportModel parts,
            String title,
            List<RunRecord> shown,
            List<RunRecord> compared,
            List<String> remarks,
            List<String> plots,
            boolean paper,
            Monitor monitor) {
        Map<String, Object> model = new HashMap<>();
        model.put("title", title);
        model.put("date", DAY.format(clock.instant().atZone(clock.getZone())));
        model.put("remarks", remarks);
        model.put("paper", paper);
        model.put("runs", parts.runs(shown, monitor));
        model.put("table", parts.table(compared, shown));
        model.put("scoreHeaders", parts.scoreHeaders());
        model.put("plots", plots);
        model.put("imageSets", parts.imageSets(shown, compared));
        StringWriter out = new StringWriter();
        try {
            template().process(model, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            throw new IllegalStateException("the report's template is wrong", e);
        }
        return out.toString();
    }

    private static Template template() throws IOException {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassLoaderForTemplateLoading(HtmlReport.class.getClassLoader(), "org/tessera/report");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
        configuration.setLocale(Locale.ROOT);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        return configuration.getTemplate("report.ftlh");
    }
}
