// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.cli;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;

/** Runs as lines of a table, numbers to the right. */
final class RunTable {
    /** What is shown where no columns are named. */
    static final List<String> DEFAULT_COLUMNS = List.of(
            "id",
            "sweep",
            "grid",
            "clusters",
            "algorithm",
            "pca_components",
            "silhouette",
            "silhouette_raw_features",
            "davies_bouldin",
            "calinski_harabasz",
            "smallest",
            "degenerate");

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);

    private RunTable() {}

    static void print(List<RunRecord> runs, List<String> columns, PrintWriter out) {
        List<List<String>> cells = new ArrayList<>();
        cells.add(columns);
        for (RunRecord run : runs) {
            cells.add(columns.stream().map(column -> cell(run, column)).toList());
        }
        boolean[] right = new boolean[columns.size()];
        for (int i = 0; i < right.length; i++) {
            String column = columns.get(i);
            right[i] = runs.stream().anyMatch(run -> RunFields.value(run, column) instanceof Number);
        }
        print(cells, right, out);
    }

    /** Fields downward, runs side by side. */
    static void printFields(List<RunRecord> runs, List<String> fields, PrintWriter out) {
        List<List<String>> cells = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        runs.forEach(run -> head.add("run " + run.id()));
        cells.add(head);
        for (String field : fields) {
            List<String> line = new ArrayList<>(List.of(field));
            runs.forEach(run -> line.add(text(RunFields.value(run, field))));
            cells.add(line);
        }
        boolean[] right = new boolean[head.size()];
        Arrays.fill(right, 1, right.length, true);
        print(cells, right, out);
    }

    static void print(List<List<String>> cells, boolean[] right, PrintWriter out) {
        int[] widths = new int[right.length];
        for (List<String> line : cells) {
            for (int i = 0; i < widths.length; i++) {
                widths[i] = Math.max(widths[i], line.get(i).length());
            }
        }
        for (List<String> line : cells) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < widths.length; i++) {
                String pad = " ".repeat(widths[i] - line.get(i).length());
                text.append(i == 0 ? "" : "  ").append(right[i] ? pad + line.get(i) : line.get(i) + pad);
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String cell(RunRecord run, String column) {
        if (column.equals("degenerate")) {
            return run.degenerate() ? "degenerate" : "";
        }
        if (column.equals("pca_components")) {
            return Boolean.TRUE.equals(run.parameters().get("pca"))
                    ? run.parameters().get(column) == null ? "all" : run.parameterText(column)
                    : "no pca";
        }
        return text(RunFields.value(run, column));
    }

    private static String text(@Nullable Object value) {
        if (value == null) {
            return "-";
        } else if (value instanceof Double number) {
            return String.format(Locale.ROOT, Math.abs(number) >= 1000 ? "%.1f" : "%.4f", number);
        } else if (value instanceof Instant time) {
            return TIME.format(time.atZone(ZoneId.systemDefault()));
        } else if (value instanceof List<?> list) {
            return String.join(",", list.stream().map(Object::toString).toList());
        }
        return value.toString();
    }
}
