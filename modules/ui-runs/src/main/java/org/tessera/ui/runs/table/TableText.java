// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.ui.runs.table;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tessera.engine.task.CsvText;
import org.tessera.store.RunFields;
import org.tessera.store.RunRecord;
import org.tessera.workbench.ui.ScoreText;

/** Values of runs as text: for people with few digits, as CSV with all. */
final class TableText {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

    /** Whole numbers that are names. */
    private static final List<String> NUMBERS = List.of("id", "seed", "sweep", "same_labels_as");

    private TableText() {}

    /** As shown in a cell. */
    static String of(RunRecord run, Column column) {
        if (column.score().isPresent()) {
            return ScoreText.of(run, column.score().get());
        }
        Object value = RunFields.value(run, column.field());
        if (value == null) {
            return "";
        }
        if (value instanceof Instant time) {
            return TIME.format(time.atZone(ZoneId.systemDefault()));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Object::toString).collect(Collectors.joining(", "));
        }
        if (value instanceof Boolean truth) {
            return truth ? "yes" : "no";
        }
        if (column.field().equals("grid")) {
            return value.toString().replace("x", " × ");
        }
        return value instanceof Long whole && !NUMBERS.contains(column.field())
                ? String.format(Locale.ROOT, "%,d", whole)
                : value.toString();
    }

    static String csv(List<Column> columns, List<RunRecord> runs) {
        StringBuilder csv = new StringBuilder();
        csv.append(columns.stream().map(Column::field).collect(Collectors.joining(",")))
                .append('\n');
        for (RunRecord run : runs) {
            csv.append(columns.stream()
                            .map(column -> CsvText.field(whole(run, column)))
                            .collect(Collectors.joining(",")))
                    .append('\n');
        }
        return csv.toString();
    }

    private static String whole(RunRecord run, Column column) {
        @Nullable
        Object value = column.field().equals(Column.SIZES) ? run.clusterSizes() : RunFields.value(run, column.field());
        return value instanceof List<?> list
                ? list.stream().map(Object::toString).collect(Collectors.joining(" "))
                : value == null ? "" : value.toString();
    }
}
