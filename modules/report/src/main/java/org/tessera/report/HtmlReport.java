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
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.tessera.engine.task.Monitor;
import org.tessera.store.RunRecord;
import org.tessera.store.Store;

/** Runs as one HTML file that needs nothing else: pictures embedded, plots as SVG, no request to anywhere. */
public final class HtmlReport {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    static final int PLOT_WIDTH = 520;
    static final int PLOT_HEIGHT = 290;

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

    /** The report. */
    public String render(ReportContents contents, Monitor monitor) {
        ReportPictures pictures = pictures(LONGEST_SIDE);
        List<String> plots = ReportModel.curves(contents.compared()).stream()
                .map(plot -> plot.svg(PLOT_WIDTH, PLOT_HEIGHT))
                .toList();
        Map<String, Object> model = model(pictures, contents, plots, monitor);
        model.put("paper", false);
        model.put("mosaics", pictures.embedded());
        model.put("overlays", pictures.overlays());
        return page(model);
    }

    /** The same as a page for paper, on which plots and pictures only have places. */
    String paper(ReportPictures pictures, int plots, ReportContents contents, Monitor monitor) {
        Map<String, Object> model = model(pictures, contents, Collections.nCopies(plots, ""), monitor);
        model.put("paper", true);
        return page(model);
    }

    /** @param longestSide the most pixels of a mosaic's longer side */
    ReportPictures pictures(int longestSide) {
        return new ReportPictures(new RunExport(store), longestSide);
    }

    private Map<String, Object> model(
            ReportPictures pictures, ReportContents contents, List<String> plots, Monitor monitor) {
        ReportModel parts = new ReportModel(store, pictures);
        Map<String, Object> model = new HashMap<>();
        List<RunRecord> shown = contents.shown();
        List<RunRecord> compared = contents.compared();
        ReportJudgements judgements = new ReportJudgements(store);
        model.put("title", contents.title());
        model.put("date", DAY.format(clock.instant().atZone(clock.getZone())));
        model.put("remarks", contents.remarks());
        model.put("runs", contents.has(ReportSection.RUNS) ? parts.runs(shown, monitor) : List.of());
        model.put("table", contents.has(ReportSection.SUMMARY) ? parts.table(compared, shown) : List.of());
        model.put("scoreHeaders", ReportModel.scoreHeaders());
        model.put("plots", contents.has(ReportSection.PLOTS) ? plots : List.of());
        model.put("imageSets", contents.has(ReportSection.IMAGES) ? parts.imageSets(shown, compared) : List.of());
        List<Map<String, Object>> tables = new ArrayList<>();
        section(
                tables,
                contents,
                ReportSection.DIFFERENCES,
                "Parameters that differ",
                () -> judgements.differences(compared));
        section(tables, contents, ReportSection.AGREEMENT, "Agreement", () -> judgements.agreement(compared, monitor));
        section(tables, contents, ReportSection.TRUTH, "Ground truth", () -> judgements.truth(compared, monitor));
        section(tables, contents, ReportSection.STABILITY, "Stability", () -> judgements.stability(compared));
        model.put("tables", tables);
        return model;
    }

    private static String page(Map<String, Object> model) {
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

    private static void section(
            List<Map<String, Object>> into,
            ReportContents contents,
            ReportSection section,
            String title,
            Supplier<List<Map<String, Object>>> tables) {
        List<Map<String, Object>> made = contents.has(section) ? tables.get() : List.of();
        if (!made.isEmpty()) {
            into.add(Map.of("title", title, "parts", made));
        }
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
