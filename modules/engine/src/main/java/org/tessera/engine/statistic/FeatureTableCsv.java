// SPDX-License-Identifier: GPL-3.0-or-later
package org.tessera.engine.statistic;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.tessera.engine.slice.SliceLines;
import org.tessera.engine.slice.SliceRef;
import org.tessera.engine.task.ProblemException;
import org.tessera.engine.transform.Matrix;

/** Feature tables as CSV: header {@code image,row,column,<statistics>}, a line a slice, an empty field where undefined. */
public final class FeatureTableCsv {
    private FeatureTableCsv() {}

    /** The table as text; numbers with 17 significant digits, so that they read back to the last bit. */
    public static String write(FeatureTable table) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out)) {
            List<String> header = new ArrayList<>(SliceLines.KEYS);
            header.addAll(table.statistics());
            csv.writeRecord(header);
            for (int i = 0; i < table.slices().size(); i++) {
                SliceRef slice = table.slices().get(i);
                List<String> fields = new ArrayList<>();
                fields.add(table.images().get(slice.image()));
                fields.add(Integer.toString(slice.row()));
                fields.add(Integer.toString(slice.column()));
                for (int column = 0; column < table.statistics().size(); column++) {
                    fields.add(number(table.values().get(i, column)));
                }
                csv.writeRecord(fields);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    private static String number(double value) {
        return Double.isNaN(value)
                ? ""
                : new BigDecimal(value).round(new MathContext(17)).toString();
    }

    /**
     * Reads a table; columns that hold no number at all (a class, say) are left out.
     *
     * @throws ProblemException if the file cannot be read or is no feature table, with the line
     */
    public static FeatureTable read(Path file) {
        SliceLines lines = SliceLines.read(file, "a feature table", "the statistics");
        List<String> statistics = lines.columns().stream()
                .filter(column ->
                        IntStream.range(0, lines.size()).anyMatch(line -> isNumber(lines.field(line, column))))
                .toList();
        Matrix values = new Matrix(lines.size(), statistics.size());
        for (int i = 0; i < lines.size(); i++) {
            for (int c = 0; c < statistics.size(); c++) {
                String field = lines.field(i, statistics.get(c));
                if (!isNumber(field) && !field.isBlank() && !field.equalsIgnoreCase("nan")) {
                    throw new ProblemException(lines.where(i) + "\"" + field + "\" under " + statistics.get(c)
                            + " is no number; mend it or leave it empty.");
                }
                values.set(i, c, isNumber(field) ? Double.parseDouble(field) : Double.NaN);
            }
        }
        return new FeatureTable(lines.images(), statistics, lines.slices(), values);
    }

    private static boolean isNumber(String field) {
        try {
            return Double.isFinite(Double.parseDouble(field));
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
